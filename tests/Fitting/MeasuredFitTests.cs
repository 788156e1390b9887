using DevicePhys.Devices;
using DevicePhys.Devices.Ferroelectric.Preisach;
using DevicePhys.Fitting;
using DevicePhys.Measured;
using DevicePhys.Studies.Fitting;
using Xunit;

namespace DevicePhys.Tests.Fitting;

/// <summary>Fits to measured devices; the bars are those of the sets' own descriptions.</summary>
public sealed class MeasuredFitTests
{
    [Fact]
    public void Silver_synapse_is_fitted_better_than_published()
    {
        var fit = SynapseFit.Run(DeviceCatalog.Default.Card("ExponentialSynapse.AgSi"), Curve("neurosim_ag_asi/ltp.csv"), Curve("neurosim_ag_asi/ltd.csv"));
        Assert.True(fit.Result.Converged);
        Assert.InRange(fit.Curves[0].NormalisedRmse, 0, 0.0912);
        Assert.InRange(fit.Curves[1].NormalisedRmse, 0, 0.0410);
        Assert.Equal(0.1203, fit.Published!.NormalisedRmse["LTP"], 0.002);
        Assert.Equal(0.0713, fit.Published.NormalisedRmse["LTD"], 0.002);
        Assert.Equal("fit to ltp.csv:conductance and ltd.csv:conductance", fit.Card!.Parameter("CurvatureLtp").Source.Split(',')[0]);
    }

    [Fact]
    public void Ramps_of_both_curvatures_are_fitted()
    {
        var set = PulseCurve.Of(MeasuredFile.Load(Find("crosssim_pulses/set.csv")), 0.1);
        Assert.Equal(29, set.Count);
        var fits = set.Select(curve => SynapseFit.One(curve)).ToArray();
        Assert.All(fits, fit => Assert.True(fit.Converged));
        Assert.All(fits, fit => Assert.InRange(fit["Curvature"].Value, -2, -0.5));
        Assert.InRange(fits.Select(fit => fit.Rmse).Order().ElementAt(14), 0, 0.010);
    }

    [Fact]
    public void Memory_without_power_decays_by_a_Weibull_law()
    {
        var table = MeasuredFile.Load(Find("dram_remanence/summary.csv"));
        var rows = Enumerable.Range(0, table.Rows).Where(row => table.Columns.Single(c => c.Name == "dimm").Texts[row] == "KF432C16BB-4").ToArray();
        double[] times = [.. rows.Select(row => table["time_without_power"][row])], shares = [.. rows.Select(row => table["flip_fraction"][row])];
        var near = rows.Select((row, at) => (row, at)).Where(p => Math.Abs(table["temperature"][p.row] - 292.15) < 2).Select(p => p.at).ToArray();
        var fit = LawFit.Run("Weibull", "summary.csv", [.. near.Select(at => times[at])], [.. near.Select(at => shares[at])], new Dictionary<string, double> { ["Amplitude"] = 0.5 }, "share", "Time [s]");
        Assert.Equal(47.03, fit.Result["Tau"].Value, 0.1);
        Assert.Equal(2.497, fit.Result["K"].Value, 0.02);
    }

    [Fact]
    public void A_loop_of_a_channel_device_is_fitted_by_metastable_switches()
    {
        var sweep = Sweep.Of(MeasuredFile.Load(Find("knowm_sdc/47kohm/0.8V_100Hz_M1/Memristor.csv")).Named("V (V)", "I (uA)"), 0.01, null);
        var fit = SweepDeviceFit.Run(
            DeviceCatalog.Default, DeviceCatalog.Default.Card("MetastableSwitch.Generic"), sweep, ["ROn", "ROff", "TC", "VA", "VB", "VT", "x(0)"]);
        Assert.True(fit.Result.Converged);
        Assert.InRange(fit.NormalisedRmse, 0, 0.06);
        Assert.All(fit.Result.Estimates, e => Assert.True(e.AtBound || double.IsFinite(e.StandardError), e.Parameter.Name));
    }

    // How many pulses an erasure takes: it grows from cycle to cycle and comes to an end, which a line does not.
    [Fact]
    public void Erasing_a_floating_gate_ages_and_saturates()
    {
        var erased = LabelledSeries.Load(Find("yflash/data_cycle2cycle_001-300.txt")).Where(s => s.Label.StartsWith("Gerase", StringComparison.Ordinal)).ToArray();
        Assert.Equal(300, erased.Length);
        double[] cycles = [.. erased.Select((_, i) => i + 1.0)], pulses = [.. erased.Select(s => (double)s.Values.Length)];
        var fit = LawFit.Run("Saturating", "data_cycle2cycle_001-300.txt", cycles, pulses, new Dictionary<string, double>(), "Erase pulses", "Cycle");
        Assert.True(fit.Result.Converged);

        // scipy.optimize.curve_fit on the same numbers, tolerances of 1e-15.
        Assert.Equal(43.0613159424, fit.Result["Start"].Value, 1e-4);
        Assert.Equal(65.9500419764, fit.Result["Rise"].Value, 1e-4);
        Assert.Equal(105.4947829166, fit.Result["Tau"].Value, 1e-3);
        Assert.Equal(4.74101536, fit.Result["Tau"].StandardError, 1e-3);
        Assert.Equal(4.0290438996, fit.Rmse, 1e-6);
        var (slope, start) = Line(cycles, pulses);
        Assert.True(fit.Rmse < 0.65 * Math.Sqrt(cycles.Zip(pulses, (x, y) => Math.Pow(start + (slope * x) - y, 2)).Average()));
    }

    // At 1 kHz the loop is as well described; what it leaves open is asked of the warnings.
    [Theory]
    [InlineData("H9_die_9_4_100Hz_4V_1Average_Table21.tsv")]
    [InlineData("H9_die_9_4_1000Hz_4V_1Average_Table11.tsv")]
    public void A_ferroelectric_loop_is_fitted_by_the_Preisach_model(string name)
    {
        const double thickness = 13e-9;
        var table = MeasuredFile.Load(Find($"ferro_hzo/hfo2_MFM/freq/{name}"));
        var (volts, charge) = (table.Columns.First(c => c.Name.StartsWith("Vplus", StringComparison.OrdinalIgnoreCase)), table.Columns.First(c => c.Name.StartsWith("P1", StringComparison.OrdinalIgnoreCase)));
        double[] fields = [.. volts.Values.Select(v => v / thickness)], samples = [.. fields.Select((_, i) => (double)i)];

        // The reader knows the unit of the column or leaves the number as it stands, in µC/cm².
        var unit = charge.Values.Max(Math.Abs) > 2 ? 1e-2 : 1;
        double[] polarization = [.. charge.Values.Select(p => p * unit)];
        var range = polarization.Max() - polarization.Min();
        var loop = new PreisachLoop(fields);
        var problem = CurveFit.Problem(loop, samples, polarization, loop.Parameters, default, [.. Enumerable.Repeat(1 / range, samples.Length)]);
        var fit = MultiStart.Run(problem, null, 4);
        TestContext.Current.SendDiagnosticMessage($"{name}: {fit.Outcome} in {fit.Iterations}, RMSE {fit.Rmse:0.0000} of the range; {string.Join(", ", fit.Estimates.Select(e => $"{e.Parameter.Name} {e.Value:G4} ± {e.StandardError:G2}"))}; {string.Join(" ", fit.Warnings)}");
        Assert.True(fit.Converged);
        Assert.InRange(fit.Rmse, 0, 0.025);

        if (name.Contains("1000Hz", StringComparison.Ordinal))
        {
            // This loop does not come near saturation: how much of it is bias, offset or a larger polarization of a softer loop stays open.
            Assert.Contains("'PS' ended on its bound 2; its interval means little.", fit.Warnings);
            Assert.Contains(fit.Warnings, warning => warning.StartsWith("The data hardly separate 'PS', 'Delta', 'Bias', 'Offset': correlations up to", StringComparison.Ordinal));
            return;
        }

        // The centred loop crosses zero at +2.15 V and -1.47 V: half the distance is its coercive voltage.
        Assert.Equal(1.81, fit["EC"].Value * thickness, 0.25);
    }

    private static (double Slope, double Start) Line(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        var slope = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / x.Sum(a => (a - mx) * (a - mx));
        return (slope, my - (slope * mx));
    }

    private static PulseCurve Curve(string name) => PulseCurve.Of(MeasuredFile.Load(Find(name)), null)[0];

    private static string Find(string name)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("DEVICEPHYS_DATA") ?? "", "measured", name);
        Assert.SkipUnless(File.Exists(path), $"needs measured/{name}: set DEVICEPHYS_DATA");
        return path;
    }
}
