using DevicePhys.Plotting;
using DevicePhys.Traces;

namespace DevicePhys.Cli.Sweeps;

/// <summary>What a bench gives: numbers, a picture and a few lines that say what matters.</summary>
/// <param name="Trace">The numbers.</param>
/// <param name="Picture">The picture.</param>
/// <param name="Lines">What a reader wants to know first.</param>
/// <param name="Figures">The same by name, for JSON; SI units.</param>
internal sealed record SweepReport(Trace Trace, Picture Picture, IReadOnlyList<string> Lines, IReadOnlyDictionary<string, double> Figures)
{
    /// <summary>Further pictures by the ends of their names.</summary>
    public IReadOnlyList<(string Suffix, Picture Picture)> More { get; init; } = [];
}
