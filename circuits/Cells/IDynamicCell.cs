namespace DevicePhys.Circuits.Cells;

/// <summary>A bit cell that keeps its bit as a charge, which leaks away.</summary>
public interface IDynamicCell : IBitCell
{
    /// <summary>The node that holds the charge.</summary>
    string StorageNode { get; }

    /// <summary>The source that sets the bit line while nothing is selected.</summary>
    string BitLineSource { get; }

    /// <summary>The storage node at which a read begins to give the other bit [V].</summary>
    /// <param name="bit">The bit that was written.</param>
    /// <exception cref="Errors.ConvergenceException">A transient that looks for it did not converge.</exception>
    double Limit(bool bit);
}
