using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace DevicePhys.Notebooks.Packages;

/// <summary>Reads what a restore found.</summary>
internal static class RestoreAssets
{
    /// <summary>What is loaded at run time, of all packages: assemblies, and the native libraries for this machine.</summary>
    /// <param name="path">The file project.assets.json.</param>
    public static IReadOnlyList<string> Files(string path)
    {
        var assets = JsonNode.Parse(File.ReadAllText(path))!;
        string[] folders = [.. assets["packageFolders"]!.AsObject().Select(folder => folder.Key)];
        var files = new List<string>();
        foreach (var (identity, library) in assets["targets"]!.AsObject().First().Value!.AsObject())
        {
            var place = (string?)assets["libraries"]![identity]!["path"];
            var managed = (library!["runtime"] as JsonObject ?? []).Select(asset => asset.Key).Where(asset => asset.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
            var natives = (library["runtimeTargets"] as JsonObject ?? []).Where(asset => (string?)asset.Value?["assetType"] == "native" && IsHere((string?)asset.Value["rid"])).Select(asset => asset.Key);
            files.AddRange(place is null ? [] : managed.Concat(natives).Select(asset => folders.Select(folder => Path.Combine(folder, place, asset)).FirstOrDefault(File.Exists)).OfType<string>().Select(Path.GetFullPath));
        }

        return files;
    }

    // Such as linux-x64; packages also say linux or unix for files that suit every processor.
    private static bool IsHere(string? rid) =>
        rid == RuntimeInformation.RuntimeIdentifier || rid == Platform || rid == $"{Platform}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}" || (rid == "unix" && !OperatingSystem.IsWindows());

    private static string Platform => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
}
