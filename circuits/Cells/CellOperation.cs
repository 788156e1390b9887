namespace DevicePhys.Circuits.Cells;

/// <summary>What is done to a bit cell during one slot of time.</summary>
public enum CellOperation
{
    /// <summary>A 0 is written.</summary>
    Write0,

    /// <summary>A 1 is written.</summary>
    Write1,

    /// <summary>The bit is read; where that destroys it, it is written back. The refresh of a dynamic cell is such a read.</summary>
    Read,

    /// <summary>Nothing is selected.</summary>
    Hold,
}
