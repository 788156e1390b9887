using System.Text.RegularExpressions;

namespace DevicePhys.Notebooks.Scripting;

/// <summary>A cell without the lines that are for the host and not for the compiler; the others keep their numbers.</summary>
/// <param name="Code">What the compiler gets.</param>
/// <param name="Packages">The packages it asks for with <c>#r "nuget: NAME, VERSION"</c>.</param>
/// <param name="Sources">Further places to look for packages, from <c>#i "nuget: PLACE"</c>.</param>
/// <param name="Language">The language that <c>#!LANGUAGE</c> chooses; null for C#.</param>
internal sealed partial record CellText(string Code, IReadOnlyList<PackageName> Packages, IReadOnlyList<string> Sources, string? Language)
{
    private static readonly string[] CSharp = ["csharp", "c#", "cs"];

    /// <summary>Takes a cell apart.</summary>
    public static CellText Of(string source)
    {
        var lines = source.Split('\n');
        var (packages, sources, language) = (new List<PackageName>(), new List<string>(), (string?)null);
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Trim();
            if (Package().Match(line) is { Success: true } package)
                packages.Add(new(package.Groups[1].Value, package.Groups[2].Success ? package.Groups[2].Value : null));
            else if (Source().Match(line) is { Success: true } place)
                sources.Add(place.Groups[1].Value);
            else if (Magic().Match(line) is { Success: true } magic)
                language ??= CSharp.Contains(magic.Groups[1].Value, StringComparer.OrdinalIgnoreCase) ? null : magic.Groups[1].Value;
            else
                continue;
            lines[at] = new string(' ', line.Length);
        }

        return new(string.Join('\n', lines), packages, sources, language);
    }

    [GeneratedRegex("""^#r\s+"nuget:\s*([^,"\s]+)\s*(?:,\s*([^"\s]+)\s*)?"$""", RegexOptions.IgnoreCase)]
    private static partial Regex Package();

    [GeneratedRegex("""^#i\s+"nuget:\s*([^"]+?)\s*"$""", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex(@"^#!([A-Za-z#-]+)")]
    private static partial Regex Magic();
}
