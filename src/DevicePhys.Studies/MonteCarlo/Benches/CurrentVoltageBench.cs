using System.Collections.Concurrent;
using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Sampling;
using DevicePhys.Traces;

namespace DevicePhys.Studies.MonteCarlo;

/// <summary>The resistances and switching voltages of a device under a triangle of voltage.</summary>
/// <param name="nominal">The card of the run.</param>
/// <param name="sweep">The triangle.</param>
public sealed class CurrentVoltageBench(Card nominal, CurrentVoltageOptions sweep) : IMonteCarloBench
{
    // A loop of a device that conducts keeps to a thousandth of its currents; a finer one costs time and shows nothing.
    private readonly CharacterizationOptions options = new();
    private readonly ConcurrentBag<SwitchingLoop> loops = [];

    /// <inheritdoc/>
    public string Name => "iv";

    /// <inheritdoc/>
    public IReadOnlyList<TraceColumn> Outputs { get; } = [new("RLow", "Ohm"), new("RHigh", "Ohm"), new("VSet", "V"), new("VReset", "V")];

    /// <inheritdoc/>
    public string Settings => FormattableString.Invariant($"iv {sweep.Positive:R} {sweep.Negative:R} {sweep.Period:R} {sweep.Points}");

    /// <inheritdoc/>
    public bool DrawsDevices => true;

    /// <summary>The triangle of a card when nobody says otherwise: half as far again as its pulses, each hundred pulse widths long.</summary>
    /// <param name="card">The card.</param>
    /// <param name="voltage">The two ends [V], or null.</param>
    /// <param name="period">Its length [s], or null.</param>
    /// <exception cref="Errors.CardException">The card has no pulses.</exception>
    public static CurrentVoltageOptions Triangle(Card card, double? voltage, double? period)
    {
        ArgumentNullException.ThrowIfNull(card);
        double[] amplitudes = [card.Pulses.Potentiation.Amplitude, card.Pulses.Depression.Amplitude];
        return new(
            voltage ?? Math.Max(0, 1.5 * amplitudes.Max()),
            voltage ?? Math.Max(0, -1.5 * amplitudes.Min()),
            period ?? (100 * Math.Max(card.Pulses.Potentiation.Width, card.Pulses.Depression.Width)));
    }

    /// <inheritdoc/>
    public void Measure(Card card, ulong seed, Span<double> outputs, CancellationToken cancellation)
    {
        var loop = Take();
        var features = loop.Run(card, new RandomStream(seed, "monte carlo jumps"), cancellation);
        loops.Add(loop);
        (outputs[0], outputs[1], outputs[2], outputs[3]) = (features.RLow, features.RHigh, features.VSet, features.VReset);
    }

    /// <summary>The measured loop of a device.</summary>
    /// <param name="card">The device.</param>
    /// <param name="seed">The seed of its sample.</param>
    /// <returns>Voltages [V] and currents [A].</returns>
    public (double[] Voltages, double[] Currents) Loop(Card card, ulong seed)
    {
        var loop = Take();
        loop.Run(card, new RandomStream(seed, "monte carlo jumps"));
        var curve = (loop.Voltages.ToArray(), loop.Currents.ToArray());
        loops.Add(loop);
        return curve;
    }

    private SwitchingLoop Take() => loops.TryTake(out var loop) ? loop : new SwitchingLoop(nominal, sweep, options);
}
