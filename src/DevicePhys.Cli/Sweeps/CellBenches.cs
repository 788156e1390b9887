using System.Globalization;
using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Plotting;
using DevicePhys.Traces;

namespace DevicePhys.Cli.Sweeps;

/// <summary>The benches of a bit cell.</summary>
internal static class CellBenches
{
    /// <summary>Both bits written, kept and read.</summary>
    public static SweepReport ReadWrite(IBitCell cell, SweepRequest request, CancellationToken cancellation)
    {
        var result = Circuits.Testbenches.ReadWrite.Run(cell, BitCells.Routine, engine: request.Engine, cancellation: cancellation);
        var time = result.Trace["time"].ToArray();
        var panels = result.Circuit.Signals.Where(signal => signal.StartsWith("v(", StringComparison.Ordinal)).Select(signal => (IReadOnlyList<CurveSeries>)[new(signal, time, result.Trace[signal].ToArray())]).ToArray();
        var marks = result.Circuit.Slots.Select(slot => (slot.Start, slot.Operation.ToString())).ToArray();
        var picture = WaveformPlot.Draw($"{cell.Name} at {SiText.Of(cell.Supply, "V")}: written, kept and read", "V", panels, marks);
        List<string> lines = [result.Failure is { } failure ? $"it fails: {failure}" : "both bits are written, kept and read"];
        var figures = new Dictionary<string, double> { ["works"] = result.Failure is null ? 1 : 0, ["cycle"] = cell.Cycle };
        for (var i = 0; i < result.Outcomes.Count; i++)
        {
            var outcome = result.Outcomes[i];
            var read = outcome.Slot.Operation == CellOperation.Read ? $", senses {SiText.Of(outcome.Sensed, "V")}" : "";
            lines.Add($"  {outcome.Slot.Operation,-6} {SiText.Of(outcome.Energy, "J")}{read}, leaves a {(outcome.StoredBit ? 1 : 0)}");
            figures[string.Create(CultureInfo.InvariantCulture, $"energy{i + 1}{outcome.Slot.Operation}")] = outcome.Energy;
        }

        return new SweepReport(result.Trace, picture, lines, figures);
    }

    /// <summary>The charge of a dynamic cell against time, with the bit line at its worst.</summary>
    public static SweepReport Retention(IDynamicCell cell, SweepRequest request, CancellationToken cancellation)
    {
        var longest = request.Time ?? 100;
        var one = CellRetention.Run(cell, bit: true, line: 0, longest, cancellation);
        var zero = CellRetention.Run(cell, bit: false, line: cell.Supply, longest, cancellation);
        var trace = new Trace(new("time", "s"), new("stored 1", "V"), new("stored 0", "V"));
        var time = one.Trace["time"].ToArray();
        var (high, low) = (one.Trace["stored"].ToArray(), zero.Trace["stored"].ToArray());
        for (var i = 0; i < time.Length; i++)
            trace.Append(time[i], high[i], low[i]);
        var picture = RetentionPlot.Draw(
            $"{cell.Name}: stored voltage, bit line at its worst", new("Storage node", "", "V"),
            [new("1, bit line at 0", time, [high]), new("0, bit line at the supply", time, [low])], limits: one.Limit == zero.Limit ? [one.Limit] : [one.Limit, zero.Limit]);
        return new SweepReport(
            trace, picture,
            [$"a 1 is read for {Span(one.Time, longest)}, a 0 for {Span(zero.Time, longest)} (limits {SiText.Of(one.Limit, "V")} and {SiText.Of(zero.Limit, "V")})"],
            new Dictionary<string, double> { ["retention1"] = one.Time, ["retention0"] = zero.Time, ["limit1"] = one.Limit, ["limit0"] = zero.Limit });
    }

    /// <summary>The butterfly of a static cell, at rest and while it is read.</summary>
    public static SweepReport NoiseMargin(SramCell cell)
    {
        var (hold, read) = (ButterflyCurve.Of(cell, reading: false), ButterflyCurve.Of(cell, reading: true));
        var (held, during) = (Circuits.Testbenches.NoiseMargin.Of(hold), Circuits.Testbenches.NoiseMargin.Of(read));
        var trace = new Trace(new("input", "V"), new("hold q", "V"), new("hold qb", "V"), new("read q", "V"), new("read qb", "V"));
        for (var i = 0; i < hold.Inputs.Count; i++)
            trace.Append(hold.Inputs[i], hold.First[i], hold.Second[i], read.First[i], read.Second[i]);
        var picture = ButterflyPlot.Draw(
            string.Create(CultureInfo.InvariantCulture, $"{cell.Name} at {SiText.Of(cell.Supply, "V")}: hold {1e3 * held.Value:0} mV, read {1e3 * during.Value:0} mV"),
            [new("hold", hold.Inputs, hold.First, hold.Second, held.Squares), new("read", read.Inputs, read.First, read.Second, during.Squares)]);
        return new SweepReport(
            trace, picture,
            [$"static noise margin {SiText.Of(held.Value, "V")} at rest, {SiText.Of(during.Value, "V")} while it is read"],
            new Dictionary<string, double> { ["hold"] = held.Value, ["read"] = during.Value });
    }

    private static string Span(double time, double longest) => double.IsFinite(time) ? SiText.Of(time, "s") : $"more than {SiText.Of(longest, "s")}";
}
