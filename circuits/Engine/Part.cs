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

    /// <summary>Adds flows and slopes at the board's point.</summary>
    /// <param name="board">The point.</param>
    /// <param name="state">[StateCount].</param>
    /// <param name="history">[StateCount].</param>
    /// <param name="residual">[StateCount], filled.</param>
    /// <returns>Whether the part could solve for its states.</returns>
    public abstract bool Load(Board board, ReadOnlySpan<double> state, ReadOnlySpan<double> history, Span<double> residual);

    /// <summary>Adds the charges at the nodes.</summary>
    /// <param name="board">The point.</param>
    /// <param name="charge">[Nodes], added to [C].</param>
    public virtual void AddCharge(Board board, Span<double> charge)
    {
    }

    /// <summary>Adds the currents out of the nodes at a point next to the last <see cref="Load"/>, those of charges left out.</summary>
    /// <param name="board">The point.</param>
    /// <param name="state">[StateCount].</param>
    /// <param name="current">[Nodes], added to [A].</param>
    public virtual void AddCurrent(Board board, ReadOnlySpan<double> state, Span<double> current)
    {
    }
}
