using DevicePhys.Plotting;
using OxyPlot.Series;
using Xunit;

namespace DevicePhys.Tests.Plotting;

public sealed class CorrelationMatrixTests
{
    [Fact]
    public void Rows_run_downwards_and_cells_carry_their_coefficient()
    {
        var picture = CorrelationMatrix.Draw("", ["a", "b", "c"], [1, 0.5, -0.25, 0.5, 1, 0, -0.25, 0, 1]);
        var map = picture.Model.Series.OfType<HeatMapSeries>().Single();
        Assert.Equal(-0.25, map.Data[2, 0]);
        Assert.Equal(0, map.Data[2, 1]);
        Assert.Contains("\u22120.25", picture.ToSvg());
        Assert.True(picture.Model.Axes.Single(a => a.Position == OxyPlot.Axes.AxisPosition.Left).StartPosition > 0.5);
    }

    [Fact]
    public void A_quantity_that_does_not_vary_has_no_label() =>
        Assert.DoesNotContain("NaN", CorrelationMatrix.Draw("", ["a", "b"], [1, double.NaN, double.NaN, 1]).ToSvg());

    [Theory]
    [InlineData(new[] { 1.0, 0.5, 0.4, 1 }, "differ on the two sides")]
    [InlineData(new[] { 1.0, 1.5, 1.5, 1 }, "outside -1 to 1")]
    [InlineData(new[] { 1.0, 0.5, 0.5 }, "expected 4")]
    public void What_is_no_correlation_matrix_is_refused(double[] values, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => CorrelationMatrix.Draw("", ["a", "b"], values)).Message);
}
