using DevicePhys.Plotting;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;
using Xunit;

namespace DevicePhys.Tests.Plotting;

/// <summary>What the pictures of devices and cells hold: their data and axes.</summary>
public sealed class DevicePlotTests
{
    private static readonly double[] Up = [0, 1, 2], Down = [2, 1, 0];

    [Fact]
    public void The_median_cycle_meets_branch_by_branch()
    {
        // Three triangles, one sampled twice as often: on the way up the currents at 1 V are 1, 2, 6, on the way down 10, 20, 60.
        CurveSeries One(double size) => new("", [.. Up, .. Down[1..]], [0, size, 5 * size, 10 * size, 0]);
        var fine = new CurveSeries("", [0, 0.5, 1, 1.5, 2, 1.5, 1, 0.5, 0], [0, 3, 6, 18, 30, 45, 60, 30, 0]);
        var median = CurrentVoltagePlot.Median([One(1), One(2), fine]);
        Assert.Equal(9, median.Count);
        Assert.Equal([0, 0.5, 1, 1.5, 2, 1.5, 1, 0.5, 0], median.Select(p => p.Voltage));
        Assert.Equal((1.0, 2.0), median[2]);
        Assert.Equal((1.0, 20.0), median[6]);
    }

    [Fact]
    public void On_a_semilog_picture_the_magnitude_is_drawn_and_zero_stands_on_the_floor()
    {
        var picture = CurrentVoltagePlot.Draw("", [new("", [-1, 0, 1], [-1e-3, 0, 1e-6])], logarithmic: true, floor: 1e-9);
        var line = picture.Model.Series.OfType<LineSeries>().Single();
        Assert.Equal([1e-3, 1e-9, 1e-6], line.Points.Select(p => p.Y));
        Assert.IsType<LogarithmicAxis>(picture.Model.Axes.Single(a => a.Position == AxisPosition.Left));
    }

    [Fact]
    public void Cycles_in_which_no_current_flows_have_no_semilog_picture() =>
        Assert.Throws<ArgumentException>(() => CurrentVoltagePlot.Draw("", [new("", [0, 1], [0, 0])], logarithmic: true));

    [Fact]
    public void Retention_shows_the_median_of_the_devices_and_leaves_out_time_0()
    {
        var level = new RetentionLevel("high", [0, 1, 10], [[5, 4, 1], [5, 3, 2], [5, 2, 9]], t => 3);
        var picture = RetentionPlot.Draw("", new("x"), [level], RetentionPlot.TenYears);
        var lines = picture.Model.Series.OfType<LineSeries>().Where(s => s is not AreaSeries).ToArray();
        Assert.Equal([(1.0, 3.0), (10.0, 2.0)], lines[0].Points.Select(p => (p.X, p.Y)));
        Assert.Equal(RetentionPlot.TenYears, lines[1].Points[^1].X, 1e-3);
        Assert.True(picture.Model.Axes[0].Maximum > RetentionPlot.TenYears);
    }

    [Fact]
    public void A_trace_that_is_not_as_long_as_its_times_is_refused_by_name() =>
        Assert.Contains("Level 'low'", Assert.Throws<ArgumentException>(() => RetentionPlot.Draw("", new("x"), [new("low", [1, 2], [[1]])])).Message);

    [Fact]
    public void The_square_of_a_butterfly_is_where_it_was_found_and_a_closed_lobe_has_none()
    {
        var picture = ButterflyPlot.Draw("6T", [new("read", [0, 1], [1, 0], [1, 0], [(0.2, 0.5, 0.25), (0.6, 0.1, -0.02)])]);
        var square = picture.Model.Annotations.OfType<RectangleAnnotation>().Single();
        Assert.Equal((0.2, 0.45, 0.5, 0.75), (square.MinimumX / Factor(), square.MaximumX / Factor(), square.MinimumY / Factor(), square.MaximumY / Factor()));
        Assert.Equal("250 mV", square.Text);

        double Factor() => picture.Model.Axes[0].Title.Contains("mV", StringComparison.Ordinal) ? 1000 : 1;
    }

    [Fact]
    public void Both_axes_of_a_butterfly_span_the_same_volts()
    {
        var axes = ButterflyPlot.Draw("6T", [new("hold", [0, 1.2], [1.2, 0], [1.1, 0.1], [])]).Model.Axes;
        Assert.Equal((axes[0].Minimum, axes[0].Maximum), (axes[1].Minimum, axes[1].Maximum));
    }

    [Fact]
    public void An_array_map_has_word_line_0_at_the_top_and_columns_across()
    {
        var picture = ArrayMap.Draw("", new("loss", "", "%"), [1, 2, 3, 4, 5, 6], rows: 2, columns: 3);
        var map = picture.Model.Series.OfType<HeatMapSeries>().Single();
        Assert.Equal((3, 2), (map.Data.GetLength(0), map.Data.GetLength(1)));
        Assert.Equal(6, map.Data[2, 1]);
        Assert.Equal(1, picture.Model.Axes.Single(a => a.Position == AxisPosition.Left).StartPosition);
    }

    [Fact]
    public void The_band_of_a_fit_lies_around_the_model_in_the_unit_of_the_axis()
    {
        var picture = FitPlot.Curves("", new("Pulse number"), new("Conductance", "", "S"), [new("LTP", [0, 1], [1e-6, 2e-6], [1e-6, 3e-6], [1e-7, 2e-7])]);
        var band = picture.Model.Series.OfType<AreaSeries>().Single();
        Assert.Equal([0.9, 2.8], band.Points.Select(p => p.Y), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([1.1, 3.2], band.Points2.Select(p => p.Y), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Residuals_are_model_minus_measurement()
    {
        var picture = FitPlot.Residuals("", new("x"), new("y"), [new("a", [0, 1], [1, 5], [2, 3])]);
        Assert.Equal([1.0, -2], picture.Model.Series.OfType<ScatterSeries>().Single().Points.Select(p => p.Y));
    }
}
