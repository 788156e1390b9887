namespace DevicePhys.Cli.Fitting;

/// <summary>What of lines of numbers a law is fitted to.</summary>
internal enum SeriesValue
{
    /// <summary>The numbers of one line, one after the other.</summary>
    Values,

    /// <summary>How many numbers each line has.</summary>
    Count,

    /// <summary>The first number of each line.</summary>
    First,

    /// <summary>The last number of each line.</summary>
    Last,
}
