using System.Globalization;

namespace DevicePhys.Circuits.Export;

/// <summary>Names for a language with rules of its own: letters, digits and underscores, some words taken, case perhaps without meaning.</summary>
/// <param name="comparer">How the language tells names apart.</param>
/// <param name="reserved">Words that cannot be names.</param>
/// <remarks>The same name always becomes the same name, and two names never one: <c>V0</c> beside <c>v0</c> becomes <c>v0_2</c>.</remarks>
internal sealed class ForeignNames(StringComparer comparer, params IEnumerable<string> reserved)
{
    private readonly HashSet<string> taken = new(reserved, comparer);
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The foreign name.</summary>
    /// <param name="name">The name here.</param>
    /// <param name="prefix">What it must begin with.</param>
    public string this[string name, string prefix = ""]
    {
        get
        {
            var key = $"{prefix}:{name}";
            if (known.TryGetValue(key, out var there))
                return there;
            var clean = prefix + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
            var unique = clean;
            for (var number = 2; !taken.Add(unique); number++)
                unique = string.Create(CultureInfo.InvariantCulture, $"{clean}_{number}");
            return known[key] = unique;
        }
    }
}
