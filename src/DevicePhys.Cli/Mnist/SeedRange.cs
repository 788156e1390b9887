using System.Globalization;

namespace DevicePhys.Cli.Mnist;

/// <summary>Seeds as written on the command line: "10" for 1 to 10, or "11-20".</summary>
internal static class SeedRange
{
    private const ulong Most = 100_000;

    /// <summary>Reads the seeds.</summary>
    /// <exception cref="ArgumentException">The text is neither form.</exception>
    public static IReadOnlyList<ulong> Parse(string text)
    {
        var parts = text.Split('-');
        var first = 1UL;
        var isRange = parts.Length == 2 && Whole(parts[0], out first) && first > 0;
        if ((isRange || parts.Length == 1) && Whole(parts[^1], out var last) && last >= first && last - first < Most)
        {
            return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => first + (ulong)i)];
        }

        throw new ArgumentException($"--seeds '{text}': expected how many, such as 10, or a range, such as 11-20, of at most {Most} seeds.");
    }

    private static bool Whole(string text, out ulong value) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
