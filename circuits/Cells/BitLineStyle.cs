namespace DevicePhys.Circuits.Cells;

/// <summary>Where the bit line lies that a dynamic cell is compared with.</summary>
public enum BitLineStyle
{
    /// <summary>In the same array: every word line crosses both, so that its coupling cancels; a cell takes 8 F² or more.</summary>
    Folded,

    /// <summary>In the neighbouring array: the word line couples into one line alone; a cell can be as small as 6 F².</summary>
    Open,
}
