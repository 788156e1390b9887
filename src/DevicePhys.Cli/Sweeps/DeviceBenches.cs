using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Plotting;

namespace DevicePhys.Cli.Sweeps;

/// <summary>The benches of a two-terminal device, alone or in a resistive cell.</summary>
internal static class DeviceBenches
{
    /// <summary>Current against voltage.</summary>
    public static SweepReport CurrentVoltage(ResistiveCell cell, SweepRequest request, CancellationToken cancellation)
    {
        var pulses = cell.Device.HasPulses ? cell.Device.Pulses : null;
        double[] amplitudes = pulses is null ? [1, -1] : [pulses.Potentiation.Amplitude, pulses.Depression.Amplitude];
        var byCurrent = request.Current is not null;
        var (positive, negative) = request.Current is { } current ? (current, current)
            : request.Voltage is { } voltage ? (voltage, voltage)
            : (Math.Max(0, amplitudes.Max()), Math.Max(0, -amplitudes.Min()));
        var (expected, name) = byCurrent ? ("V", "voltage") : ("A", "current");
        if (request.Compliance is { } given && given.Unit != expected)
            throw new ArgumentException($"--compliance: it should be in '{expected}', the {name} that a source of this kind leaves free.");
        var period = request.Period ?? (100 * (pulses is null ? 1e-5 : Math.Max(pulses.Potentiation.Width, pulses.Depression.Width)));
        var trace = Circuits.Testbenches.CurrentVoltage.Run(
            cell,
            new(positive, negative, period) { CurrentDriven = byCurrent, Compliance = request.Compliance?.Value ?? double.PositiveInfinity, Loops = 2, Start = request.Start, Engine = request.Engine },
            cancellation);
        var (v, i) = (trace["voltage"].ToArray(), trace["current"].ToArray());
        var title = $"{cell.Device.Id}, {cell.Name}: current against voltage";
        var picture = CurrentVoltagePlot.Draw(title, [new("I", v, i)]);
        var semilog = i.Any(value => value != 0) ? CurrentVoltagePlot.Draw(title, [new("I", v, i)], logarithmic: true) : null;
        return new SweepReport(
            trace, picture,
            [$"voltage {SiText.Of(v.Min(), "V")} to {SiText.Of(v.Max(), "V")}, current {SiText.Of(i.Min(), "A")} to {SiText.Of(i.Max(), "A")}, period {SiText.Of(period, "s")}"],
            new Dictionary<string, double> { ["voltageMin"] = v.Min(), ["voltageMax"] = v.Max(), ["currentMin"] = i.Min(), ["currentMax"] = i.Max(), ["period"] = period })
        {
            More = semilog is null ? [] : [("semilog", semilog)],
        };
    }

    /// <summary>Charge against voltage, per area where the card has one.</summary>
    public static SweepReport ChargeVoltage(Card card, SweepRequest request, CancellationToken cancellation)
    {
        var end = request.Voltage ?? 1;
        var period = request.Period ?? 1e-3;
        var trace = Circuits.Testbenches.ChargeVoltage.Run(
            card, new(end, end, period) { CurrentDriven = request.Current is not null, Loops = 2, Start = request.Start }, DeviceCatalog.Default, cancellation);
        var (v, q) = (trace["voltage"].ToArray(), trace["charge"].ToArray());
        var area = card.Parameters.Any(parameter => parameter is { Name: "Area", Unit: "m^2" }) ? card.Value("Area", "m^2") : 0;
        var vertical = area > 0 ? new AxisQuantity("Charge per area", "Q/A", "C/m^2") : new AxisQuantity("Charge", "Q", "C");
        var picture = CurvePlot.Draw(
            $"{card.Id}: charge against voltage", new("Voltage", "V", "V"), vertical, [new("Q", v, area > 0 ? [.. q.Select(charge => charge / area)] : q)]);
        return new SweepReport(
            trace, picture,
            [$"voltage {SiText.Of(v.Min(), "V")} to {SiText.Of(v.Max(), "V")}, charge {SiText.Of(q.Min(), "C")} to {SiText.Of(q.Max(), "C")}, period {SiText.Of(period, "s")}"],
            new Dictionary<string, double> { ["voltageMin"] = v.Min(), ["voltageMax"] = v.Max(), ["chargeMin"] = q.Min(), ["chargeMax"] = q.Max(), ["period"] = period });
    }

    /// <summary>Conductance against pulses.</summary>
    public static SweepReport Pulses(ResistiveCell cell, SweepRequest request, CancellationToken cancellation)
    {
        var trace = PulseResponse.Run(cell, request.Pulses, request.Traces, Options(request), cancellation);
        var traces = Enumerable.Range(1, request.Traces).Select(number => (IReadOnlyList<double>)trace[$"conductance {number}"].ToArray()).ToArray();
        var picture = ConductanceCurve.Draw($"{cell.Device.Id}, {cell.Name}: conductance against pulses", AxisQuantity.Conductance, traces, request.Pulses);
        var (start, top, end) = (traces.Average(g => g[0]), traces.Average(g => g[request.Pulses]), traces.Average(g => g[^1]));
        return new SweepReport(
            trace, picture,
            [$"{SiText.Of(start, "S")} at first, {SiText.Of(top, "S")} after {request.Pulses} potentiation pulses, {SiText.Of(end, "S")} after as many depression pulses"],
            new Dictionary<string, double> { ["first"] = start, ["afterPotentiation"] = top, ["afterDepression"] = end });
    }

    /// <summary>Conductance against time, at rest or under the read voltage.</summary>
    public static SweepReport Decay(ResistiveCell cell, SweepRequest request, bool disturb, CancellationToken cancellation)
    {
        var scheme = cell.Device.Pulses;
        var longest = request.Time ?? (disturb ? 1 : RetentionPlot.TenYears);
        var trace = StateDecay.Run(cell.Device, disturb ? scheme.ReadVoltage : 0, Math.Min(1e-6, longest / 10), longest, Options(request), cancellation);
        var (time, high, low) = (trace["time"].ToArray(), trace["high"].ToArray(), trace["low"].ToArray());
        var what = disturb ? $"read disturb at {SiText.Of(scheme.ReadVoltage, "V")}" : "retention";
        var picture = RetentionPlot.Draw(
            $"{cell.Device.Id}: {what}", AxisQuantity.Conductance, [new("conducted most", time, [high]), new("conducted least", time, [low])], disturb ? null : RetentionPlot.TenYears);
        var kept = (high[^1] - low[^1]) / (high[0] - low[0]);
        return new SweepReport(
            trace, picture,
            [string.Create(CultureInfo.InvariantCulture, $"after {SiText.Of(longest, "s")}: {SiText.Of(high[^1], "S")} and {SiText.Of(low[^1], "S")}, {100 * kept:0.##} % of the window is left")],
            new Dictionary<string, double> { ["time"] = longest, ["high"] = high[^1], ["low"] = low[^1], ["windowLeft"] = kept });
    }

    /// <summary>Program and verify, from level to level.</summary>
    public static SweepReport ReadWrite(ResistiveCell cell, SweepRequest request, CancellationToken cancellation)
    {
        const int levels = 8;
        const double tolerance = 0.02;
        var options = Options(request);
        var reach = PulseResponse.Run(cell, request.Pulses, 1, options, cancellation)["conductance 1"].ToArray();
        var (low, high) = (reach.Min(), reach.Max());
        double[] rising = [.. Enumerable.Range(0, levels).Select(level => low + ((high - low) * (level + 0.5) / levels))];
        var trace = ProgramVerify.Run(cell, [.. rising, .. rising.Reverse()], tolerance, 10 * request.Pulses, options, cancellation);
        var (target, reached, pulses) = (trace["target"].ToArray(), trace["reached"].ToArray(), trace["pulses"].ToArray());
        var met = target.Zip(reached).Count(pair => Math.Abs(pair.First - pair.Second) <= tolerance * (rising[^1] - rising[0]));
        double[] step = [.. Enumerable.Range(1, target.Length).Select(n => (double)n)];
        var picture = CurvePlot.Draw(
            $"{cell.Device.Id}, {cell.Name}: program and verify", new("Level, in order"), AxisQuantity.Conductance, [new("target", step, target), new("reached", step, reached)]);
        return new SweepReport(
            trace, picture,
            [string.Create(CultureInfo.InvariantCulture, $"{met} of {target.Length} levels met within {100 * tolerance} % of the range, {pulses.Average():0.#} pulses each, {SiText.Of(trace["energy"].ToArray().Average(), "J")} each")],
            new Dictionary<string, double> { ["met"] = met, ["levels"] = target.Length, ["pulses"] = pulses.Average(), ["energy"] = trace["energy"].ToArray().Average() });
    }

    private static CharacterizationOptions Options(SweepRequest request) => new() { Engine = request.Engine, Seed = request.Seed };
}
