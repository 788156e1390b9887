using DevicePhys.Sampling;

namespace DevicePhys.Cards;

/// <summary>Draws the spread parameters of a card: which ones, in which order, which of them together.</summary>
internal sealed class CardSampler
{
    /// <summary>How often a draw may fall outside the bounds before the card is blamed.</summary>
    public const int Tries = 1000;

    private readonly int[][][] units;

    /// <summary>Sorts the parameters out, once for a card and all cards drawn from it.</summary>
    public CardSampler(CardParameter[] parameters) =>
        units = [Units(parameters, SpreadOrigin.DeviceToDevice), Units(parameters, SpreadOrigin.CycleToCycle)];

    /// <summary>Whether there is anything to draw.</summary>
    public bool Draws(SpreadOrigin origin) => units[(int)origin].Length > 0;

    /// <summary>Replaces the spread parameters by draws; the name of the first parameter that would not fall within its bounds, else null.</summary>
    public string? Draw(SpreadOrigin origin, CardParameter[] parameters, RandomStream random)
    {
        foreach (var unit in units[(int)origin])
        {
            if (DrawUnit(unit, origin, parameters, random) is { } failed)
            {
                return failed;
            }
        }

        return null;
    }

    private static string? DrawUnit(int[] unit, SpreadOrigin origin, CardParameter[] parameters, RandomStream random)
    {
        Span<double> values = unit.Length <= 32 ? stackalloc double[unit.Length] : new double[unit.Length];
        var failed = "";
        for (var tries = 0; tries < Tries; tries++)
        {
            var refused = false;
            var factor = parameters[unit[0]].Spread(origin)!.Group is null ? 0 : random.NextNormal();
            for (var i = 0; i < unit.Length; i++)
            {
                var parameter = parameters[unit[i]];
                values[i] = DrawOne(parameter.Value, parameter.Spread(origin)!, factor, random);
                if (!parameter.Allows(values[i]) || !double.IsFinite(values[i]))
                {
                    (refused, failed) = (true, parameter.Name);
                }
            }

            if (!refused)
            {
                for (var i = 0; i < unit.Length; i++)
                {
                    parameters[unit[i]] = parameters[unit[i]] with { Value = values[i] };
                }

                return null;
            }
        }

        return failed;
    }

    private static double DrawOne(double value, Spread spread, double factor, RandomStream random)
    {
        var own = random.NextNormal();
        var z = spread.Group is null
            ? own
            : spread.Correlation * factor + Math.Sqrt(1 - spread.Correlation * spread.Correlation) * own;
        return Value(value, spread, z);
    }

    /// <summary>The value at a standard normal number.</summary>
    internal static double Value(double value, Spread spread, double z) =>
        spread.Distribution == Distribution.LogNormal ? value * Math.Exp(spread.Sigma * z) : value * (1 + spread.Sigma * z);

    // One unit per parameter that scatters alone, one per group; in the order of names, groups at their first member.
    internal static int[][] Units(IReadOnlyList<CardParameter> parameters, SpreadOrigin origin) =>
    [
        .. Enumerable.Range(0, parameters.Count)
            .Where(place => parameters[place].Spread(origin) is { Sigma: > 0 })
            .OrderBy(place => parameters[place].Name, StringComparer.Ordinal)
            .GroupBy(place => parameters[place].Spread(origin)!.Group is { } group ? $"group {group}" : $"alone {place}")
            .Select(unit => unit.ToArray()),
    ];
}
