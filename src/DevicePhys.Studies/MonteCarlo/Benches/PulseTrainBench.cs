using DevicePhys.Cards;
using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Traces;

namespace DevicePhys.Studies.MonteCarlo;

/// <summary>The conductance of a synapse along a train of potentiation pulses, then depression pulses, in its circuit.</summary>
/// <param name="pulses">Pulses of each kind, at least 1.</param>
public sealed class PulseTrainBench(int pulses) : IMonteCarloBench
{
    /// <inheritdoc/>
    public string Name => "pulses";

    /// <inheritdoc/>
    public IReadOnlyList<TraceColumn> Outputs { get; } =
        [new("GStart", "S"), new("GAfterPotentiation", "S"), new("GAfterDepression", "S"), new("OnOffRatio", ""), new("LargestStep", "S")];

    /// <inheritdoc/>
    public string Settings => FormattableString.Invariant($"pulses {pulses}");

    /// <inheritdoc/>
    public bool DrawsDevices => true;

    /// <inheritdoc/>
    public void Measure(Card card, ulong seed, Span<double> outputs, CancellationToken cancellation)
    {
        // Samples are what runs in parallel.
        var options = new CharacterizationOptions { Seed = seed, Threads = 1 };
        var conductances = PulseResponse.Run(ResistiveCell.Of("1R", card), pulses, 1, options, cancellation)["conductance 1"];
        var largest = 0.0;
        for (var pulse = 1; pulse <= pulses; pulse++)
            largest = Math.Max(largest, conductances[pulse] - conductances[pulse - 1]);
        (outputs[0], outputs[1], outputs[2], outputs[3], outputs[4]) =
            (conductances[0], conductances[pulses], conductances[^1], conductances[pulses] / conductances[0], largest);
    }
}
