namespace DevicePhys.Tests.Architecture;

/// <summary>The source tree the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["artifacts", "obj", "bin", "node_modules", ".git"];

    public static string Root { get; } = FindRoot();

    /// <summary>The files of some folders, without what a build leaves there.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] folders) => folders
        .Select(folder => Path.Combine(Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Intersect(Generated).Any());

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "DevicePhys.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("There is no DevicePhys.sln above the tests.");
    }
}
