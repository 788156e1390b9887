namespace DevicePhys.Plotting;

/// <summary>How the points of a series are shown.</summary>
public enum PlotShape
{
    /// <summary>A line from point to point.</summary>
    Line,

    /// <summary>A dashed line.</summary>
    Dashes,

    /// <summary>A mark at each point.</summary>
    Marks,

    /// <summary>The area between two values of y.</summary>
    Band,

    /// <summary>A bar from one value of y to another.</summary>
    Bars,
}
