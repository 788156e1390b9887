using DevicePhys.Models;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Engine;

/// <summary>The states of all devices, which lie behind the nodes and branches among the unknowns.</summary>
internal sealed class StateRows(IEnumerable<Part> parts)
{
    private readonly Part[] stateful = [.. parts.Where(p => p.StateCount > 0)];
    private readonly int[] moving = Unknowns(parts, hasRate: true), algebraic = Unknowns(parts, hasRate: false);

    /// <summary>The devices that have states.</summary>
    public ReadOnlySpan<Part> Parts => stateful;

    /// <summary>The device a state belongs to; null for what is no state.</summary>
    public Part? Owner(int unknown) => Array.Find(stateful, part => unknown >= part.First && unknown < part.First + part.StateCount);

    /// <summary>Whether the equation of a state has a rate.</summary>
    public bool HasRate(int unknown) => Owner(unknown) is { } part && part.HasRate(unknown - part.First);

    /// <summary>The range of a state, infinite for an algebraic one and for what is no state.</summary>
    public (double Lower, double Upper) Range(int unknown) =>
        Owner(unknown) is { } part && part.HasRate(unknown - part.First) && part.States[unknown - part.First] is var state
            ? (state.Lower, state.Upper)
            : (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The name of a state, for a message.</summary>
    public string Place(int unknown)
    {
        var part = Owner(unknown)!;
        return $"{part.Name}: state {part.States[unknown - part.First].Name}";
    }

    /// <summary>Brings the charges of the states up to date, and no others.</summary>
    public void Charges(ReadOnlySpan<double> x, Span<double> charge)
    {
        foreach (var unknown in moving)
            charge[unknown] = x[unknown];
        foreach (var unknown in algebraic)
            charge[unknown] = 0;
    }

    /// <summary>Takes the states that have rates from another point, to the bit.</summary>
    public void Restore(ReadOnlySpan<double> from, Span<double> x)
    {
        foreach (var part in stateful)
        {
            for (var i = 0; i < part.StateCount; i++)
                x[part.First + i] = part.HasRate(i) ? from[part.First + i] : x[part.First + i];
        }
    }

    /// <summary>The absolute tolerance of every state.</summary>
    public IEnumerable<double> Tolerances(TransientOptions options) => stateful.SelectMany(part => part.States).Select(Tolerance(options));

    private static int[] Unknowns(IEnumerable<Part> parts, bool hasRate) =>
        [.. parts.SelectMany(part => Enumerable.Range(0, part.StateCount).Where(i => part.HasRate(i) == hasRate).Select(i => part.First + i))];

    private static Func<StateVariable, double> Tolerance(TransientOptions options) =>
        s => options.StateTolerance * (double.IsFinite(s.Upper - s.Lower) ? s.Upper - s.Lower : 1);
}
