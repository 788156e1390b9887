using DevicePhys.Devices;
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

    private static PulseCurve Curve(string name) => PulseCurve.Of(MeasuredFile.Load(Find(name)), null)[0];

    private static string Find(string name)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("DEVICEPHYS_DATA") ?? "", "measured", name);
        Assert.SkipUnless(File.Exists(path), $"needs measured/{name}: set DEVICEPHYS_DATA");
        return path;
    }
}
