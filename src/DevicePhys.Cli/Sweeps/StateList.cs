using System.Globalization;

namespace DevicePhys.Cli.Sweeps;

/// <summary>States named on the command line.</summary>
internal static class StateList
{
    /// <summary>Reads a list such as "u=0.5,f=1".</summary>
    /// <param name="text">The list; null for none.</param>
    /// <exception cref="ArgumentException">It is no such list; one sentence.</exception>
    public static IReadOnlyDictionary<string, double> Parse(string? text)
    {
        var states = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var sides = part.Split('=', StringSplitOptions.TrimEntries);
            if (sides.Length != 2 || !double.TryParse(sides[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !states.TryAdd(sides[0], value))
                throw new ArgumentException($"--start: '{part}' is no state with its value, named once, such as 'u=0.5'.");
        }

        return states;
    }
}
