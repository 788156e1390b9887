using System.Globalization;

namespace DevicePhys.Tables;

/// <summary>What a table must satisfy beyond the shapes its constructor checks.</summary>
internal static class PulseTableFlaws
{
    private const double ProbabilityTolerance = 1e-6;

    /// <summary>The first flaw, as a fragment of a sentence; null when there is none.</summary>
    public static string? First(PulseTable table) =>
        Pulse(table.Potentiation, "potentiation")
        ?? Pulse(table.Depression, "depression")
        ?? (table.RetentionTime > 0 ? null : "the retention time should be above 0")
        ?? Corner(table.Nominal, table.Levels, "nominal corner")
        ?? table.Population.Select((corner, i) => Corner(corner, table.Levels, $"corner {i.ToString(CultureInfo.InvariantCulture)}")).FirstOrDefault(flaw => flaw is not null)
        ?? Chain(table.Chain)
        ?? Provenance(table.Provenance);

    private static string? Pulse(PulseRecord pulse, string name) =>
        double.IsFinite(pulse.Amplitude) && double.IsFinite(pulse.Energy) && pulse.Width > 0 && pulse.Period >= pulse.Width && double.IsFinite(pulse.Period)
            ? null
            : $"the {name} pulse should have a finite amplitude and energy, and 0 < width <= period";

    private static string? Corner(TableCorner corner, int levels, string name) =>
        !Ascending(corner.Potentiation.Span, levels) || !Ascending(corner.Depression.Span, levels)
            ? $"{name}: the levels of a bin should be in ascending order"
        : corner.ReadNoise.Span.ContainsAnyExceptInRange(0, double.MaxValue) ? $"{name}: the read noise should be at least 0"
        : null;

    private static bool Ascending(ReadOnlySpan<double> steps, int levels)
    {
        for (var i = 1; i < steps.Length; i++)
        {
            if (i % levels != 0 && !(steps[i] >= steps[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Chain(CountChain? chain)
    {
        if (chain is null)
        {
            return null;
        }

        foreach (var conductance in chain.Conductance.Span)
        {
            if (!double.IsFinite(conductance))
            {
                return "the conductances of the chain should be finite";
            }
        }

        return IsStochastic(chain.Potentiation.Span, chain.Counts) && IsStochastic(chain.Depression.Span, chain.Counts)
            ? null
            : "the rows of the chain should be probabilities that sum to 1, one row and column per count";
    }

    private static bool IsStochastic(ReadOnlySpan<double> matrix, int counts)
    {
        if (matrix.Length != counts * counts || matrix.ContainsAnyExceptInRange(0, 1 + ProbabilityTolerance))
        {
            return false;
        }

        for (var row = 0; row < counts; row++)
        {
            var sum = 0.0;
            foreach (var probability in matrix.Slice(row * counts, counts))
            {
                sum += probability;
            }

            if (!(Math.Abs(sum - 1) <= ProbabilityTolerance))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Provenance(TableProvenance provenance) =>
        provenance.Settings.Values.Any(value => value is null) ? "a setting of the provenance is null, expected a text" : null;
}
