using System.Diagnostics;
using System.Globalization;
using DevicePhys.Circuits.Export;
using DevicePhys.Tables;
using DevicePhys.Tables.Exchange;
using DevicePhys.Tests.Arrays;
using Xunit;

namespace DevicePhys.Tests.Tables.Exchange;

public sealed class SpiceSubcircuitTests
{
    [Fact]
    public void Ngspice_steps_the_conductance_by_the_mean_step_of_the_table()
    {
        Assert.SkipWhen(Ngspice.Version is null, "there is no ngspice here");
        using var folder = new TestFolder();

        // Steps of 0.5 µS that work four times in five: 0.4 µS per pulse of 10 ns. Six pulses up, then two down; read with 10 mV in between.
        var table = SyntheticTable.Linear(64, 0.8, 0.5e-6);
        var start = (SyntheticTable.GMin + 8e-6) / table.Nominal.GMax;
        File.WriteAllText(folder["deck.cir"], string.Create(CultureInfo.InvariantCulture, $"""
            * pulses
            {SpiceSubcircuit.Text(table)}
            V1 a 0 PULSE(0.01 1 10n 1p 1p 10n 40n)
            V2 b a PULSE(0 -1.01 250n 1p 1p 10n 40n)
            B1 c 0 V = time < 245n ? V(a) : V(b)-V(a)
            X1 c 0 synthetic_linear x0={start:R}
            .control
            tran 0.1n 320n 0 0.1n uic
            set numdgt=12
            let g = x1.x
            meas tran first find v(x1.x) at=5n
            meas tran raised find v(x1.x) at=245n
            meas tran lowered find v(x1.x) at=319n
            quit
            .endc
            .end
            """));
        using var process = Process.Start(new ProcessStartInfo("ngspice", ["-b", folder["deck.cir"]]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double Measured(string name) => double.Parse(
            output.Split('\n').Last(line => line.StartsWith(name, StringComparison.Ordinal)).Split('=')[1].Trim().Split(' ')[0], CultureInfo.InvariantCulture) * table.Nominal.GMax;
        Assert.Equal(SyntheticTable.GMin + 8e-6, Measured("first"), 1e-9);
        Assert.Equal(6 * 0.4e-6, Measured("raised") - Measured("first"), 0.02e-6);
        Assert.Equal(-2 * 0.4e-6, Measured("lowered") - Measured("raised"), 0.02e-6);
    }

    [Fact]
    public void A_table_without_pulses_is_refused() =>
        Assert.Contains("opposite signs", Assert.Throws<ArgumentException>(() => SpiceSubcircuit.Text(new PulseTable(
            65, 100, SyntheticTable.Linear(64).Nominal, [], new PulseRecord(0, 1, 1, 0), new PulseRecord(0, 1, 1, 0), 1, null, SyntheticTable.Linear().Provenance))).Message, StringComparison.Ordinal);
}
