using Microsoft.CodeAnalysis;

namespace DevicePhys.Notebooks.Scripting;

/// <summary>The assemblies that every cell can use without asking: the framework, DevicePhys, and what its own surface is made of.</summary>
internal static class HostAssemblies
{
    private static readonly string[] Shown = ["DevicePhys.*.dll", "OxyPlot*.dll", "Microsoft.Data.Analysis.dll", "Apache.Arrow.dll", "Microsoft.ML.DataView.dll", "MathNet.Numerics.dll"];

    private static readonly Lazy<IReadOnlyList<string>> Files = new(Find);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Metadata =
        new(() => [.. Files.Value.Select(file => Read(file))]);

    /// <summary>References to them; shared by all sessions, so that they are read once.</summary>
    public static IReadOnlyList<MetadataReference> References => Metadata.Value;

    /// <summary>Whether an assembly of this name is here already, so that a second copy would only make two types of one name.</summary>
    public static bool Has(string name) => Names.Value.Contains(name);

    private static readonly Lazy<HashSet<string>> Names = new(() =>
        Files.Value.Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")).Select(file => Path.GetFileNameWithoutExtension(file)!)
            .ToHashSet(StringComparer.OrdinalIgnoreCase));

    // The documentation beside an assembly is what the editor shows.
    private static PortableExecutableReference Read(string file)
    {
        var documentation = Path.ChangeExtension(file, ".xml");
        return MetadataReference.CreateFromFile(file, documentation: File.Exists(documentation) ? XmlDocumentationProvider.CreateFromFile(documentation) : null);
    }

    private static List<string> Find()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator);
        var files = trusted.Where(file => Path.GetDirectoryName(file) == framework).ToList();
        files.AddRange(Shown.SelectMany(pattern => Directory.EnumerateFiles(AppContext.BaseDirectory, pattern)).Distinct()
            .Where(file => !Path.GetFileName(file).StartsWith("DevicePhys.Tests", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        return files;
    }
}
