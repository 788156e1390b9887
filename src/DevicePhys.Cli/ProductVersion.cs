using System.Reflection;

namespace DevicePhys.Cli;

/// <summary>The version of the tool.</summary>
internal static class ProductVersion
{
    private const int ShortHash = 7;

    /// <summary>The version, with the start of the commit it was built from if that is known: "0.1.0+545a30d".</summary>
    public static string Text { get; } = Shorten(
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    private static string Shorten(string version)
    {
        var plus = version.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 || version.Length <= plus + 1 + ShortHash ? version : version[..(plus + 1 + ShortHash)];
    }
}
