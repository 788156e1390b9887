using DevicePhys.Plotting;
using Xunit;

namespace DevicePhys.Tests.Plotting;

public sealed class RefusalTests
{
    [Fact]
    public void A_run_shorter_than_its_series_is_refused_by_name()
    {
        var series = new AccuracySeries("skyrmion", [new(1, 90, 89, 91), new(2, 90, 89, 91)], [[90.0]]);
        var error = Assert.Throws<ArgumentException>(() => AccuracyCurve.Draw("", [series], []));
        Assert.Contains("'skyrmion': a run has 1 values, expected 2", error.Message);
    }

    [Fact]
    public void An_empty_accuracy_curve_is_refused() => Assert.Throws<ArgumentException>(() => AccuracyCurve.Draw("", [], []));

    [Theory]
    [InlineData(99)]
    [InlineData(1)]
    public void A_confusion_matrix_that_is_not_square_is_refused(int cells) =>
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Draw("", new int[cells]));

    [Fact]
    public void A_negative_count_is_refused() => Assert.Throws<ArgumentException>(() => ConfusionMatrix.Draw("", [1, 0, -1, 2]));

    [Fact]
    public void Traces_of_different_length_are_refused() =>
        Assert.Throws<ArgumentException>(() => ConductanceCurve.Draw("", AxisQuantity.Conductance, [[1, 2, 3], [1, 2]], 1));

    [Fact]
    public void A_logarithmic_sweep_from_zero_is_refused()
    {
        var axis = new SweepAxis(new("Noise"), SweepScale.Logarithmic);
        Assert.Throws<ArgumentException>(() => SweepPlot.Draw("", axis, [new("card", [new(0, 90, 89, 91)])]));
    }

    [Fact]
    public void Receptive_fields_of_another_size_and_none_are_refused()
    {
        Assert.Contains("expected 2 × 2", Assert.Throws<ArgumentException>(() => ReceptiveFields.Draw("", [new float[4], new float[3]], 2, 2)).Message);
        Assert.Throws<ArgumentException>(() => ReceptiveFields.Draw("", [], 2, 2));
    }

    [Fact]
    public void A_class_without_examples_is_drawn_empty() => Assert.NotEmpty(ConfusionMatrix.Draw("", [5, 1, 0, 0]).ToSvg());

    [Fact]
    public void One_point_and_one_pulse_are_enough_for_a_picture()
    {
        Assert.NotEmpty(AccuracyCurve.Draw("", [new("one", [new(100, 50, 50, 50)], [])], []).ToSvg());
        Assert.NotEmpty(ConductanceCurve.Draw("", AxisQuantity.Conductance, [[1e-6, 2e-6]], 1).ToSvg());
        Assert.NotEmpty(SweepPlot.Draw("", new(new("x"), SweepScale.Logarithmic), [new("c", [new(4, 90, 90, 90)])]).ToSvg());
        Assert.NotEmpty(SweepPlot.Draw("", new(new("x"), SweepScale.Linear), [new("c", [new(0, 90, 90, 90)])]).ToSvg());
    }
}
