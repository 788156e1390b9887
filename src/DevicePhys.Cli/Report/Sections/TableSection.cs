using System.Globalization;
using DevicePhys.Cli.Plots;
using DevicePhys.Plotting;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Report.Sections;

/// <summary>A pulse table, as characterize writes it.</summary>
internal static class TableSection
{
    private const int Traces = 200;

    /// <summary>The section.</summary>
    public static ReportSection Of(PulseTable table, string file)
    {
        var source = table.Provenance;
        var sequence = PulseSequence.Draw(table, Traces, new RandomStream(1, "plot traces"));
        return new(
            $"Pulse table of {source.Card}", "characterize", file,
            [
                ("readout", source.Readout), ("engine", source.Engine), ("version", source.Version), ("seed", source.Seed.ToString(CultureInfo.InvariantCulture)),
                ("draws", SiText.Number(source.Draws)), ("states", SiText.Number(table.Bins)), ("population", SiText.Number(table.Population.Count)), ("table hash", PulseTableFile.Hash(table)),
                ("range", $"{SiText.Of(table.Nominal.GMin, "S")} to {SiText.Of(table.Nominal.GMax, "S")}"), .. source.Settings.Select(setting => (setting.Key, setting.Value)),
            ],
            [
                ReportFigure.Of(ConductanceCurve.Draw($"{source.Card}: potentiation, then depression", AxisQuantity.Conductance, sequence.Traces, sequence.PotentiationPulses)),
                ReportFigure.Of(StepMap.Draw($"{source.Card}: step per pulse", table)),
            ],
            [(source.Card, source.CardHash)]);
    }
}
