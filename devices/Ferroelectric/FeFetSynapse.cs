using DevicePhys.Cards;
using DevicePhys.Devices.Transistors;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Devices.Ferroelectric;

/// <summary>A FeFET as a synapse: written at its gate, one domain at a time, and read as the conductance of its channel.</summary>
/// <remarks>
/// <para>The state is the number of domains that are up, a jump process: each nucleates by itself with the hazard of Merz's law for its activation field
/// (<see cref="RankedDomains{T}"/>), so the spread of a write is that of N domains, √(p (1 − p)/N) at most. Gate stack and threshold as in <see cref="FeFet{T}"/>. Between
/// the terminals, gate and channel, flows the gate leakage V/RGate only. Readout: dI/dV of the channel at small drain voltage and the gate
/// voltage VGRead, (IS/UT) q, plus GOff.</para>
/// <para>Departures: those of the two parts; the displacement current of a write is left out, so the energy per pulse is the leakage's; no read disturb.
/// Device of Jerry et al., IEDM 2017, p. 139; identical pulses switch less and less (time acts through its logarithm), which is why that work
/// raises the amplitude from pulse to pulse.</para>
/// </remarks>
public sealed class FeFetSynapse<T>(Card<T> card) : IJumpProcess<T>, IReadable<T>
    where T : struct, IReal<T>
{
    private static readonly JumpChannel[] AllChannels = [new("nucleation up", [1]), new("nucleation down", [-1])];
    private static readonly Readout[] AllReadouts = [new("channel conductance", "S"), new("threshold voltage", "V")];

    private readonly T count = card["NDomains"], leakage = card["RGate", "Ohm"], read = card["VGRead", "V"], off = card["GOff", "S"];
    private readonly T threshold = card["VT0", "V"], slope = card["N"], specific = card["IS", "A"];
    private readonly T ut = 8.617333262e-5 * card["Temperature", "K"];
    private readonly GateStack<T> stack = new(card);
    private readonly RankedDomains<T> domains = new(card["Ea", "V/m"], card["SigmaEa"], card["Tau0", "s"], card["Alpha"]);

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("n", Unit: "", Lower: 0, Upper: Whole(card), Initial: 0, StateKind.Count)];

    /// <inheritdoc/>
    public IReadOnlyList<JumpChannel> Channels => AllChannels;

    /// <inheritdoc/>
    public IReadOnlyList<Readout> Readouts => AllReadouts;

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var (up, down) = Flows(voltage, state[0]);
        rates[0] = up - down;
        return voltage / leakage;
    }

    /// <inheritdoc/>
    public void Hazards(T voltage, ReadOnlySpan<T> state, Span<T> hazards) => (hazards[0], hazards[1]) = Flows(voltage, state[0]);

    /// <inheritdoc/>
    public void Jump(int channel, Span<double> state, RandomStream random) => state[0] += AllChannels[channel].Increments[0];

    /// <inheritdoc/>
    public T Read(int readout, ReadOnlySpan<T> state)
    {
        var shifted = threshold + stack.ThresholdShift(Orientation(state[0] / count));
        return readout switch
        {
            0 => off + (specific / ut * InversionCharge.Of((read - shifted) / (slope * ut))),
            1 => shifted,
            _ => throw new ArgumentOutOfRangeException(nameof(readout), readout, "The readouts are 0 (channel conductance) and 1 (threshold voltage)."),
        };
    }

    private static T Orientation(T up) => (2 * up) - 1;

    private static double Whole(Card<T> card) => card.Number("NDomains") is var number && double.IsInteger(number) && number >= 1
        ? number
        : throw card.Error("NDomains", FormattableString.Invariant($"{number} should be a whole number from 1 up"));

    private (T Up, T Down) Flows(T voltage, T number)
    {
        var up = number / count;
        var (rising, falling) = domains.Rates(up, stack.Field(voltage, Orientation(up)));
        return (count * rising, count * falling);
    }
}
