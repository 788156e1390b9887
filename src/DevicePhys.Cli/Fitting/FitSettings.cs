using DevicePhys.Fitting;

namespace DevicePhys.Cli.Fitting;

/// <summary>What a fit on the command line is asked to do.</summary>
internal sealed record FitSettings(
    string Model,
    IReadOnlyList<string> Data,
    IReadOnlyList<string> Free,
    IReadOnlyDictionary<string, double> Fixed,
    IReadOnlyList<string>? Columns,
    IReadOnlyList<(string Column, string Value)> Where,
    string? X,
    string? Y,
    string? Label,
    SeriesValue Of,
    double? ReadVoltage,
    double? Duration,
    double? Rate,
    bool Reverse,
    bool SharedEnds,
    MisfitScale Misfit,
    FitOptions Options,
    int Starts,
    ulong Seed,
    bool Search);
