using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Tables;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The exact Markov chain of a counting card: its circuit solved once per polarity, its hazards integrated along the solution.</summary>
/// <remarks>
/// Exact where the voltage across the device and its differential states do not depend on the counts, as for a write track apart from the
/// read zone. Where they do, the chain holds along the mean-field solution only.
/// </remarks>
public static class ExactChain
{
    // The slot is interpolated linearly between accepted points, so the points must lie closer than the transient itself would need.
    private static readonly TransientOptions Fine = TransientOptions.AtTolerance(1e-8);

    /// <summary>Makes the chain of a card.</summary>
    /// <param name="card">The card; its first state must be a count.</param>
    /// <param name="options">Engine and catalog.</param>
    /// <returns>The chain.</returns>
    public static CountChain Of(Card card, CharacterizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(card);
        var model = Model(card, options);
        return new CountChainBuilder(model).Build(Slot(card, card.Pulses.Potentiation, options), Slot(card, card.Pulses.Depression, options));
    }

    /// <summary>The transition probabilities of any one pulse.</summary>
    /// <param name="card">The card; its first state must be a count.</param>
    /// <param name="pulse">The pulse.</param>
    /// <param name="options">Engine and catalog.</param>
    /// <returns>The transitions of one slot of that pulse.</returns>
    public static PulseTransitions Of(Card card, Pulse pulse, CharacterizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new CountChainBuilder(Model(card, options)).Transitions(Slot(card, pulse, options));
    }

    private static IJumpProcess<Real> Model(Card card, CharacterizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Catalog.Create<Real>(card) is IJumpProcess<Real> jumps && jumps.States[0].Kind == StateKind.Count
            ? jumps
            : throw new ArgumentException($"{card.Id}: its model does not count, so it has no exact chain.", nameof(card));
    }

    private static PulseSlot Slot(Card card, Pulse pulse, CharacterizationOptions options)
    {
        var model = options.Catalog.Create<Real>(card);
        var state = model.States.Select(variable => variable.Initial).ToArray();
        var recorder = new SlotRecorder();
        new PulseBench(card, pulse, options, Fine).Give(state, null, recorder);
        return recorder.Slot(model.States);
    }
}
