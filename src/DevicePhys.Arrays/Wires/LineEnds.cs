namespace DevicePhys.Arrays.Wires;

/// <summary>At which ends the lines of a crossbar are connected.</summary>
public enum LineEnds
{
    /// <summary>At the end of index 0: word lines at column 0, bit lines at row 0.</summary>
    First,

    /// <summary>At the end of the highest index: word lines at the last column, bit lines at the last row.</summary>
    Last,

    /// <summary>At both ends, through equal resistances.</summary>
    Both,
}
