namespace DevicePhys.Notebooks.Completion;

/// <summary>Whether a piece of code can be run as it is.</summary>
internal enum Completeness
{
    /// <summary>It can.</summary>
    Complete,

    /// <summary>More is to come.</summary>
    Incomplete,

    /// <summary>It is wrong, whatever comes.</summary>
    Invalid,
}
