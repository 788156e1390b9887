using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Circuits;
using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Plotting;
using DevicePhys.Traces;
using DevicePhys.Waveforms;

namespace DevicePhys.Cli.Sweeps;

/// <summary>Steady currents of devices with more than two terminals.</summary>
internal static class TransistorBench
{
    private const int Points = 121, Steps = 5;

    /// <summary>The current into the first terminal against its voltage, the second terminal stepped, all others at 0.</summary>
    public static SweepReport Family(Card card, SweepRequest request)
    {
        var terminals = ((IMultiTerminal<Real>)DeviceCatalog.Default.CreateModel<Real>(card)).Terminals;
        var sign = card.Parameters.Any(parameter => parameter.Name == "Polarity") ? card.Value("Polarity") : 1;
        var (first, second) = (terminals[0].Name, terminals[1].Name);

        // A conducting second terminal is a base: its steps end where a junction is well on.
        var (most, step) = (sign * (request.Voltage ?? 1.2), sign * (terminals[1].Conducts ? 0.8 : request.Voltage ?? 1.2));
        var netlist = new Netlist().VoltageSource("V1", first, Netlist.Ground, new Constant(0)).VoltageSource("V2", second, Netlist.Ground, new Constant(0));
        netlist.Device("X1", [first, second, .. terminals.Skip(2).Select(_ => Netlist.Ground)], card, DeviceCatalog.Default);
        var simulation = CircuitEngines.Get(request.Engine).Prepare(netlist);
        var trace = new Trace([new(first, "V"), new(second, "V"), new("current", "A")]);
        var lines = new List<CurveSeries>();
        for (var k = 1; k <= Steps; k++)
        {
            var (x, y) = (new double[Points], new double[Points]);
            var level = terminals[1].Conducts ? step - (sign * 0.05 * (Steps - k)) : step * k / Steps;
            simulation.SetWaveform("V2", new Constant(level));
            for (var i = 0; i < Points; i++)
            {
                x[i] = most * i / (Points - 1);
                simulation.SetWaveform("V1", new Constant(x[i]));
                simulation.Rest();
                y[i] = simulation.Current("X1");
                trace.Append(x[i], level, y[i]);
            }

            lines.Add(new CurveSeries(string.Create(CultureInfo.InvariantCulture, $"{second} {level:0.##} V"), x, y));
        }

        var picture = CurvePlot.Draw($"{card.Id}: current of the {first}", new($"Voltage of the {first}", "", "V"), new("Current", "", "A"), lines);
        var largest = lines[^1].Y[^1];
        return new SweepReport(trace, picture, [$"{SiText.Of(largest, "A")} at the end of the last curve"], new Dictionary<string, double> { ["current"] = largest });
    }

    /// <summary>The current that the body of a bistable cell draws: where it is 0 the body is at rest.</summary>
    public static SweepReport Body(FloatingBodyCell cell)
    {
        double[] body = [.. Enumerable.Range(0, 281).Select(i => 0.0025 * i)], wells = [1.3, 1.5, 1.8];
        var trace = new Trace([new("body", "V"), .. wells.Select(well => new TraceColumn(string.Create(CultureInfo.InvariantCulture, $"well {well} V"), "A"))]);
        var curves = wells.Select(well => BodyRests.Currents(cell, well, body)).ToArray();
        for (var i = 0; i < body.Length; i++)
            trace.Append([body[i], .. curves.Select(curve => curve[i])]);

        // Currents span decades and both signs; their seventh root shows every crossing of 0.
        var lines = wells.Select((well, k) => new CurveSeries(
            string.Create(CultureInfo.InvariantCulture, $"well {well} V"), body, [.. curves[k].Select(current => Math.Sign(current) * Math.Pow(Math.Abs(current) / 1e-9, 1.0 / 7))])).ToArray();
        var picture = CurvePlot.Draw($"{cell.Name}: current drawn by the body", new("Body", "", "V"), new("sign(I) (|I| / 1 nA)^{1/7}"), lines, references: [0]);
        var rests = wells.Select(well => BodyRests.Of(cell, well)).ToArray();
        return new SweepReport(
            trace, picture,
            [.. wells.Select((well, k) => string.Create(CultureInfo.InvariantCulture, $"well {well} V: rests at {string.Join(", ", rests[k].Select(rest => $"{rest:0.000}"))} V"))],
            wells.Select((well, k) => (Name: string.Create(CultureInfo.InvariantCulture, $"restsAt{well}"), rests[k].Count)).ToDictionary(pair => pair.Name, pair => (double)pair.Count));
    }
}
