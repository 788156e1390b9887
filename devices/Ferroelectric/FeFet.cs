using DevicePhys.Cards;
using DevicePhys.Devices.Transistors;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Ferroelectric;

/// <summary>A ferroelectric field-effect transistor: an EKV channel whose threshold follows the domains in its gate.</summary>
/// <remarks>
/// <para>Domains switch by nucleation in five groups of activation fields (<see cref="DomainGroups{T}"/>), the form of Alessandri et al., IEEE EDL 39, 1780 (2018)
/// and Deng et al., VLSI (2020); the gate stack is two capacitors with screened polarization (<see cref="GateStack{T}"/>). Channel: IS (i(qS) − i(qD)),
/// ln q + 2q = (VP − V)/UT, VP = (VG − VT)/N, VT = VT0 − Pn s/CFe. Charge of the gate: area times ε E + Pn.</para>
/// <para>Departures: single nucleation instead of the Weibull exponent 2 of the Monte Carlo form; the whole gate feels the gate-bulk voltage, so drain and
/// source do not disturb single domains; the channel charge is taken from the bulk terminal; no read disturb through the drain.
/// Validity: one temperature; pulses from 10 ns. D2D and C2C: threshold and number of domains.</para>
/// </remarks>
public sealed class FeFet<T>(Card<T> card) : IMultiTerminal<T>, IReadable<T>
    where T : struct, IReal<T>
{
    private static readonly Readout[] AllReadouts = [new("threshold voltage", "V")];

    private readonly T threshold = card["VT0", "V"], slope = card["N"], specific = card["IS", "A"], gateArea = card["GateArea", "m^2"];
    private readonly T ut = 8.617333262e-5 * card["Temperature", "K"];
    private readonly GateStack<T> stack = new(card);
    private readonly DomainGroups<T> domains = new(card["Ea", "V/m"], card["SigmaEa"], card["Tau0", "s"], card["Alpha"]);

    /// <inheritdoc/>
    public IReadOnlyList<Terminal> Terminals { get; } = [new("drain"), new("gate", Conducts: false), new("source"), new("bulk", Conducts: false)];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } =
        [.. Enumerable.Range(1, NormalNodes.Count).Select(i => new StateVariable($"s{i}", Unit: "", Lower: -1, Upper: 1, Initial: -1))];

    /// <inheritdoc/>
    public IReadOnlyList<Readout> Readouts => AllReadouts;

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<T> voltages, ReadOnlySpan<T> state, Span<T> currents, Span<T> charges, Span<T> rates)
    {
        T drain = voltages[0], gate = voltages[1], source = voltages[2];
        var orientation = DomainGroups<T>.Mean(state);
        domains.Rates(stack.Field(gate, orientation), state, rates);
        var pinch = (gate - threshold - stack.ThresholdShift(orientation)) / slope;
        T atSource = InversionCharge.Of((pinch - source) / ut), atDrain = InversionCharge.Of((pinch - drain) / ut);
        var current = specific * InversionCharge.Difference(atSource, atDrain, (drain - source) / ut) * (1 + atSource + atDrain);
        (currents[0], currents[1], currents[2]) = (current, 0, -current);
        (charges[0], charges[1], charges[2]) = (0, gateArea * stack.ChargePerArea(gate, orientation), 0);
    }

    /// <inheritdoc/>
    public T Read(int readout, ReadOnlySpan<T> state) => readout == 0
        ? threshold + stack.ThresholdShift(DomainGroups<T>.Mean(state))
        : throw new ArgumentOutOfRangeException(nameof(readout), readout, "The only readout is 0 (threshold voltage).");
}
