using DevicePhys.Devices;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Devices.Transistors;

/// <summary>Junctions at other temperatures than the nominal one.</summary>
public sealed class JunctionTemperatureTests
{
    private const double Thermal = 8.617333262e-5;

    [Fact] // At constant current V = N UT ln(I/IS), so dV/dT = (V - Eg - 3 UT)/T for silicon at any N: some -2 mV/K, the textbook's number.
    public void The_voltage_of_a_junction_falls_by_two_millivolts_per_kelvin()
    {
        const double Current = 1e-4;
        var voltages = new[] { 295.15, 300.15, 305.15 }.Select(temperature => VoltageOf(Current, temperature)).ToArray();
        var coefficient = (voltages[2] - voltages[0]) / 10;
        Assert.Equal((voltages[1] - 1.11 - 3 * Thermal * 300.15) / 300.15, coefficient, 2e-6);
        Assert.InRange(coefficient, -2.5e-3, -1.5e-3);
    }

    [Theory]
    [InlineData("GummelPoon.Npn3904")]
    [InlineData("GummelPoon.FloatingBody")]
    public void A_transistor_at_constant_voltage_carries_more_current_when_it_is_warm(string id)
    {
        var card = DeviceCatalog.Default.Card(id);
        double Collector(double temperature)
        {
            var model = DeviceCatalog.Default.CreateMultiTerminal<Real>(card.With("Temperature", temperature));
            var (currents, charges) = (new Real[2], new Real[2]);
            model.Evaluate([1, 0.4], [], currents, charges, []);
            return currents[0].Value;
        }

        // ln I = ln IS + V/UT: the gap over kT² is 7 % per kelvin, and the voltage takes a third of it back.
        var nominal = card.Value("TNOM", "K");
        var growth = Math.Log(Collector(nominal + 1) / Collector(nominal - 1)) / 2;
        Assert.Equal((3 + (1.11 - 0.4) / (Thermal * nominal)) / nominal, growth, 0.002);
    }

    private static double VoltageOf(double current, double temperature)
    {
        var card = DeviceCatalog.Default.Card("JunctionDiode.Signal").With("Temperature", temperature);
        var model = DeviceCatalog.Default.Create<Real>(card);
        var (low, high) = (0.0, 1.0);
        while (high - low > 1e-12)
        {
            var middle = 0.5 * (low + high);
            (low, high) = model.Evaluate(middle, [], []).Value < current ? (middle, high) : (low, middle);
        }

        return low;
    }
}
