using System.Text.Json.Nodes;

namespace DevicePhys.Notebooks.Packages;

/// <summary>Reads what a restore found.</summary>
internal static class RestoreAssets
{
    /// <summary>The assemblies that are loaded at run time, of all packages.</summary>
    /// <param name="path">The file project.assets.json.</param>
    public static IReadOnlyList<string> Assemblies(string path)
    {
        var assets = JsonNode.Parse(File.ReadAllText(path))!;
        string[] folders = [.. assets["packageFolders"]!.AsObject().Select(folder => folder.Key)];
        var files = new List<string>();
        foreach (var (identity, library) in assets["targets"]!.AsObject().First().Value!.AsObject())
        {
            var place = (string?)assets["libraries"]![identity]!["path"];
            foreach (var (asset, _) in library!["runtime"] as JsonObject ?? [])
            {
                if (asset.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && place is not null
                    && folders.Select(folder => Path.Combine(folder, place, asset)).FirstOrDefault(File.Exists) is { } file)
                    files.Add(Path.GetFullPath(file));
            }
        }

        return files;
    }
}
