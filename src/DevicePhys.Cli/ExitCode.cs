namespace DevicePhys.Cli;

/// <summary>What the tool returns to the shell.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Ok = 0,

    /// <summary>The work failed.</summary>
    Failed = 1,

    /// <summary>The command line makes no sense.</summary>
    Usage = 2,

    /// <summary>A solution did not converge, or a result is not what it is validated against.</summary>
    NotConverged = 3,

    /// <summary>Ended by Ctrl-C or SIGTERM.</summary>
    Cancelled = 130,
}
