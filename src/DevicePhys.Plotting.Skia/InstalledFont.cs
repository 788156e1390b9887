using SkiaSharp;

namespace DevicePhys.Plotting;

/// <summary>The font that PNG and PDF files are drawn with on this machine.</summary>
internal static class InstalledFont
{
    private const string Needed = "0Aaµ\u0394\u2212";

    private static readonly string[] Preferred =
        ["DejaVu Sans", "Liberation Sans", "Arial", "Helvetica", "Noto Sans", "Segoe UI", "Roboto", "Ubuntu", "Open Sans"];

    /// <summary>Finds the first suitable family.</summary>
    /// <returns>Its name, or null when no font on this machine can draw the letters a plot needs.</returns>
    public static string? Find()
    {
        var manager = SKFontManager.Default;
        var installed = manager.FontFamilies.Order(StringComparer.Ordinal).ToArray();
        return Preferred.Where(installed.Contains).Concat(installed).FirstOrDefault(HasNeededLetters);
    }

    private static bool HasNeededLetters(string family)
    {
        using var typeface = SKTypeface.FromFamilyName(family);
        return typeface is not null && typeface.FamilyName == family && typeface.ContainsGlyphs(Needed);
    }
}
