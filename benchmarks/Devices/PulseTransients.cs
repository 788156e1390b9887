using DevicePhys.Benchmarks.Arrays;
using DevicePhys.Cards;
using DevicePhys.Circuits;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Waveforms;

namespace DevicePhys.Benchmarks.Devices;

/// <summary>A transient of 500 SET and 500 RESET pulses in turn, behind driver and line of the card, for every memristor card.</summary>
internal static class PulseTransients
{
    public static void Run()
    {
        Console.WriteLine("1,000 SET/RESET pulses through the circuit engine, default tolerances; allowed: 0.2 s");
        foreach (var card in DeviceCatalog.Default.Cards.Where(card => card.HasPulses
            && DeviceCatalog.Default.Create<Dual>(card).GetType().Namespace == "DevicePhys.Devices.Memristors"))
        {
            var (netlist, stop) = Circuit(card);
            var simulation = CircuitEngines.Default.Prepare(netlist);
            var (seconds, steps) = (double.MaxValue, 0L);
            for (var run = 0; run < 3; run++)
            {
                seconds = Math.Min(seconds, BestOf.Seconds(
                    () =>
                    {
                        var before = simulation.Statistics.Steps;
                        simulation.Reset();
                        simulation.Run(stop);
                        steps = simulation.Statistics.Steps - before;
                    },
                    0.2));
            }

            Console.WriteLine($"  {card.Id,-30} {1e3 * seconds,7:F1} ms   {steps / 1000.0,6:F1} steps per pulse   {(seconds < 0.2 ? "" : "SLOWER THAN 0.2 s")}");
        }
    }

    private static (Netlist Netlist, double Stop) Circuit(Card card)
    {
        var scheme = card.Pulses;
        var (times, values, at) = (new List<double> { 0 }, new List<double> { 0 }, 0.0);
        for (var pulse = 0; pulse < 1000; pulse++)
        {
            var shape = pulse % 2 == 0 ? scheme.Potentiation : scheme.Depression;
            foreach (var (after, value) in new[]
            {
                (shape.Edge, shape.Amplitude), (shape.Width, shape.Amplitude), (shape.Edge, 0.0), (shape.Period - shape.Width - (2 * shape.Edge), 0.0),
            })
            {
                at += after;
                if (after > 0)
                {
                    times.Add(at);
                    values.Add(value);
                }
            }
        }

        var netlist = new Netlist().VoltageSource("VPulse", "source", "0", new PiecewiseLinear(times, values))
            .Resistor("RDriver", "source", "line", Math.Max(scheme.DriverResistance, 1));
        if (scheme.LineCapacitance > 0)
        {
            netlist.Capacitor("CLine", "line", "0", scheme.LineCapacitance);
        }

        return (netlist.Device("XCell", "line", "0", DeviceCatalog.Default.Create<Dual>(card)), at);
    }
}
