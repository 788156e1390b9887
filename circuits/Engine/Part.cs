using DevicePhys.Models;

namespace DevicePhys.Circuits.Engine;

/// <summary>The equations of one element.</summary>
/// <remarks>
/// A class, not an interface: a circuit calls its parts in the innermost loop, and a virtual call costs a third of an interface call there.
/// A part knows its nodes by number and its places in the matrix; it adds flows out of its nodes. States, where it has any, are a slice of the
/// unknowns that the part solves for itself, so that the matrix sees nodes only.
/// </remarks>
internal abstract class Part
{
    /// <summary>The number of states.</summary>
    public virtual int StateCount => 0;

    /// <summary>The name, where a message may need it.</summary>
    public virtual string Name => "";

    /// <summary>The place of its first state among the unknowns.</summary>
    public virtual int First => 0;

    /// <summary>The states.</summary>
    public virtual IReadOnlyList<StateVariable> States => [];

    /// <summary>Whether the last <see cref="Load"/> stopped short of the board's point, to keep an exponential from leaping.</summary>
    public virtual bool Limited => false;

    /// <summary>Adds flows and slopes at the board's point.</summary>
    /// <param name="board">The point.</param>
    /// <param name="x">[Unknowns].</param>
    /// <param name="history">[Rows].</param>
    /// <param name="residual">[Unknowns]; the part fills the rows of its own states.</param>
    /// <returns>Whether the part could solve for its states.</returns>
    public abstract bool Load(Board board, ReadOnlySpan<double> x, ReadOnlySpan<double> history, Span<double> residual);

    /// <summary>Adds what leaves the nodes at a point next to the last <see cref="Load"/>.</summary>
    /// <param name="board">The point.</param>
    /// <param name="x">[Unknowns].</param>
    /// <param name="charge">[Nodes], added to [C].</param>
    /// <param name="current">[Nodes]: steady currents, added to [A].</param>
    public virtual void AddFlows(Board board, ReadOnlySpan<double> x, double[] charge, double[] current)
    {
    }

    /// <summary>Takes the states out of a right side of the whole system.</summary>
    /// <param name="board">The point.</param>
    /// <param name="states">[StateCount]: right sides of the states, then their changes at constant voltage.</param>
    /// <param name="rightSide">[node rows and ground's]: right sides of the nodes, changed.</param>
    public virtual void Reduce(Board board, Span<double> states, Span<double> rightSide)
    {
    }

    /// <summary>Lets the states follow the changes of the nodes.</summary>
    /// <param name="changes">[node rows and ground's]: the changes of the nodes [V]; ground's is 0.</param>
    /// <param name="states">[StateCount].</param>
    public virtual void Expand(ReadOnlySpan<double> changes, Span<double> states)
    {
    }

    /// <summary>Whether a state has a rate (all but algebraic ones).</summary>
    /// <param name="state">Its place.</param>
    public virtual bool HasRate(int state) => true;

    /// <summary>Forgets where it was last evaluated.</summary>
    public virtual void Forget()
    {
    }
}
