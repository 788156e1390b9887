using System.Globalization;
using DevicePhys.Studies.Population;
using DevicePhys.Variability;
using Spectre.Console;

namespace DevicePhys.Cli.Population;

/// <summary>Measured and generated populations beside each other, as tables for people.</summary>
internal static class PopulationText
{
    private static readonly int[] Lags = [1, 2, 3, 5, 10, 15, 20];

    /// <summary>Spearman's coefficients: a row for each pair of features.</summary>
    public static Table Correlations(SwitchingCycles data, PopulationComparison comparison)
    {
        var (table, n) = (Empty("rank correlation", "measured", "generated", "95 % of generated"), data.Features.Count);
        for (var f = 0; f < n; f++)
        {
            for (var g = f + 1; g < n; g++)
            {
                var band = comparison.Generated[(f * n) + g];
                table.AddRow($"{data.Features[f].Name}, {data.Features[g].Name}", Text(comparison.Correlations[(f * n) + g]), Text(band.Mean), $"{Text(band.Low)} to {Text(band.High)}");
            }
        }

        return table;
    }

    /// <summary>Autocorrelations: a row for each feature, measured over generated; all lags are in the record.</summary>
    public static Table Memory(SwitchingCycles data, PopulationComparison comparison)
    {
        var table = Empty(["autocorrelation at lag", .. Lags.Select(lag => lag.ToString(CultureInfo.InvariantCulture))]);
        for (var f = 0; f < data.Features.Count; f++)
        {
            table.AddRow([$"{data.Features[f].Name}, measured", .. Lags.Select(lag => Text(comparison.Memory[f][lag - 1]))]);
            table.AddRow(["  95 % of generated", .. Lags.Select(lag => comparison.GeneratedMemory[f][lag - 1] is var band && double.IsNaN(band.Low) ? "" : $"{Text(band.Low)} to {Text(band.High)}")]);
        }

        return table;
    }

    private static Table Empty(params string[] heads) => new Table { Border = TableBorder.Simple }.AddColumns(heads);

    private static string Text(double value) => double.IsNaN(value) ? "" : value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
