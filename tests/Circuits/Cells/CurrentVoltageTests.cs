using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using Xunit;

namespace DevicePhys.Tests.Circuits.Cells;

public sealed class CurrentVoltageTests
{
    private static readonly ResistiveCell Vteam = new(DeviceCatalog.Default.Card("Vteam.PtHfTi"));

    private static readonly CurrentVoltageOptions Triangle = new(1.5, 1.5, 1e-3);

    [Fact]
    public void A_loop_is_pinched_and_has_two_branches()
    {
        var trace = CurrentVoltage.Run(Vteam, Triangle, TestContext.Current.CancellationToken);
        var (voltage, current) = (trace["voltage"].ToArray(), trace["current"].ToArray());
        Assert.All(voltage.Zip(current).Where(p => Math.Abs(p.First) < 1e-12), p => Assert.True(Math.Abs(p.Second) < 1e-12));
        Assert.Equal(1.5, voltage.Max(), 1e-12);
        Assert.Equal(-1.5, voltage.Min(), 1e-12);

        // Up and down again at the same voltage: two currents.
        var half = voltage.Zip(current).Where(p => Math.Abs(Math.Abs(p.First) - 0.15) < 0.01).Select(p => p.Second / p.First).ToArray();
        Assert.True(half.Max() > 1.5 * half.Min(), $"{half.Min()} {half.Max()}");
    }

    [Fact]
    public void Compliance_bounds_the_current_and_a_device_below_it_does_not_see_it()
    {
        var free = CurrentVoltage.Run(Vteam, Triangle, TestContext.Current.CancellationToken)["current"].ToArray().Max(Math.Abs);
        var bounded = CurrentVoltage.Run(Vteam, Triangle with { Compliance = free / 4 }, TestContext.Current.CancellationToken)["current"].ToArray().Max(Math.Abs);
        Assert.InRange(bounded, 0.95 * free / 4, 1.0001 * free / 4);
        var wide = CurrentVoltage.Run(Vteam, Triangle with { Compliance = 100 * free }, TestContext.Current.CancellationToken)["current"].ToArray().Max(Math.Abs);
        Assert.Equal(free, wide, 1e-2 * free);
    }

    [Fact]
    public void A_driven_current_is_the_current_and_its_compliance_bounds_the_voltage()
    {
        var cell = new ResistiveCell(DeviceCatalog.Default.Card("LinearIonDrift.Strukov"));
        var options = new CurrentVoltageOptions(50e-6, 50e-6, 1) { CurrentDriven = true };
        var trace = CurrentVoltage.Run(cell, options, TestContext.Current.CancellationToken);
        Assert.Equal(50e-6, trace["current"].ToArray().Max(), 1e-12);
        var free = trace["voltage"].ToArray().Max(Math.Abs);
        var bounded = CurrentVoltage.Run(cell, options with { Compliance = free / 2 }, TestContext.Current.CancellationToken);
        Assert.InRange(bounded["voltage"].ToArray().Max(Math.Abs), 0.99 * free / 2, 1.011 * free / 2);
    }

    [Fact]
    public void A_transistor_in_series_bounds_the_current_of_a_set()
    {
        var alone = CurrentVoltage.Run(Vteam, Triangle, TestContext.Current.CancellationToken);
        var gated = Vteam with { Transistor = SizedTransistor.Of("N130Lstp", 1e-6, 0.13e-6), WordLine = 0.7 };
        var trace = CurrentVoltage.Run(gated, Triangle, TestContext.Current.CancellationToken);
        Assert.True(trace["current"].ToArray().Max() < 0.7 * alone["current"].ToArray().Max());
        Assert.All(trace["voltage"].ToArray().Zip(trace["device"].ToArray()), p => Assert.True(Math.Abs(p.Second) <= Math.Abs(p.First) + 1e-6));
    }

    [Fact]
    public void A_selector_in_series_takes_its_own_voltage()
    {
        var cell = Vteam with { Selector = DeviceCatalog.Default.Card("JunctionDiode.Signal") };
        var trace = CurrentVoltage.Run(cell, Triangle, TestContext.Current.CancellationToken);
        var (voltage, current) = (trace["voltage"].ToArray(), trace["current"].ToArray());
        var at = Array.IndexOf(voltage, voltage.Max());

        // At half the voltage the selector passes far less than half the current: what keeps sneak paths shut.
        var halfway = Enumerable.Range(0, at).First(i => voltage[i] > 0.75);
        Assert.True(current[at] > 3 * current[halfway]);
        Assert.True(current.Min() > -1e-6);
    }

    [Fact]
    public void A_triangle_without_ends_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CurrentVoltage.Run(Vteam, new CurrentVoltageOptions(0, 0, 1)));
}
