namespace DevicePhys.Cards;

/// <summary>Guesses which name a mistyped one stands for.</summary>
internal static class NearNames
{
    private const int LongestCompared = 80;

    /// <summary>", did you mean 'X'" with the nearest names, or nothing when none is near.</summary>
    public static string Hint(string name, IEnumerable<string> names)
    {
        if (name.Length > LongestCompared)
        {
            return "";
        }

        var near = names
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(row => row.Distance <= Math.Max(1, row.Name.Length / 3))
            .OrderBy(row => row.Distance).ThenBy(row => row.Name, StringComparer.Ordinal)
            .Take(3)
            .Select(row => $"'{row.Name}'");
        var list = string.Join(" or ", near);
        return list.Length == 0 ? "" : $", did you mean {list}";
    }

    // Levenshtein's edit distance, letters compared without case, one row at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
