using DevicePhys.Tables;

namespace DevicePhys.Studies.Ablation;

/// <summary>A pulse table with some of its effects taken out and the others left as they are.</summary>
/// <remarks>
/// Every row is taken as a mean step and deviations from it. Non-linearity, asymmetry and states change the means, C2C and states the deviations, as said in
/// <see cref="Effect"/>; each device of the population is changed on its own. In the end every step is held within the range.
/// </remarks>
public static class IdealisedTable
{
    /// <summary>How many more states a device has that is not short of them.</summary>
    public const int MoreStates = 16;

    /// <summary>Takes effects out.</summary>
    /// <param name="table">The table.</param>
    /// <param name="removed">What to take out; wires and converters are no part of a table and make no difference.</param>
    /// <returns>The changed table; its provenance says what is missing.</returns>
    public static PulseTable Without(PulseTable table, IReadOnlyCollection<Effect> removed)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(removed);
        var settings = new Dictionary<string, string>(table.Provenance.Settings) { ["without"] = string.Join(", ", removed.Order()) };
        return new PulseTable(
            table.Bins, table.Levels, Corner(table.Nominal), removed.Contains(Effect.D2D) ? [] : [.. table.Population.Select(Corner)],
            table.Potentiation, table.Depression, table.RetentionTime, null, table.Provenance with { Settings = settings });

        TableCorner Corner(TableCorner corner) => Change(corner, table.Bins, table.Levels, removed);
    }

    private static TableCorner Change(TableCorner corner, int bins, int levels, IReadOnlyCollection<Effect> removed)
    {
        // Depression as the mirror image of potentiation: bins counted from the end it starts at, steps positive.
        var (up, down) = (Means(corner.Potentiation.Span, 1), Means(corner.Depression.Span, -1));
        Array.Reverse(down);
        if (removed.Contains(Effect.Nonlinearity))
        {
            Array.Fill(up, up[..^1].Average());
            Array.Fill(down, down[..^1].Average());
        }

        if (removed.Contains(Effect.Asymmetry))
        {
            for (var bin = 0; bin < bins; bin++)
            {
                up[bin] = down[bin] = (up[bin] + down[bin]) / 2;
            }
        }

        var (share, spread) = removed.Contains(Effect.States) ? (1.0 / MoreStates, 1 / Math.Sqrt(MoreStates)) : (1, 1);
        spread = removed.Contains(Effect.C2C) ? 0 : spread;
        Array.Reverse(down);
        return corner with { Potentiation = Steps(corner.Potentiation.Span, up, 1), Depression = Steps(corner.Depression.Span, down, -1) };

        double[] Means(ReadOnlySpan<double> steps, int sign)
        {
            var means = new double[bins];
            for (var i = 0; i < steps.Length; i++)
            {
                means[i / levels] += sign * steps[i] / levels;
            }

            return means;
        }

        double[] Steps(ReadOnlySpan<double> from, double[] means, int sign)
        {
            var (steps, old) = (new double[from.Length], Means(from, sign));
            for (var i = 0; i < steps.Length; i++)
            {
                var bin = i / levels;
                var conductance = corner.GMin + ((corner.GMax - corner.GMin) * bin / (bins - 1));
                var step = (sign * share * means[bin]) + (spread * (from[i] - (sign * old[bin])));
                steps[i] = Math.Clamp(step, Math.Min(0, corner.GMin - conductance), Math.Max(0, corner.GMax - conductance));
            }

            return steps;
        }
    }
}
