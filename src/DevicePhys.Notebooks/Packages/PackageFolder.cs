using System.Security.Cryptography;
using System.Text;
using DevicePhys.Errors;
using DevicePhys.Notebooks.Scripting;

namespace DevicePhys.Notebooks.Packages;

/// <summary>Turns names of packages into files, by a restore of a project made for them; what was resolved once is remembered.</summary>
/// <remarks>Packages of DevicePhys itself are left out: the host has them loaded. All packages of a session are resolved together, so that they agree.</remarks>
internal sealed class PackageFolder
{
    private const string List = "files.txt";

    private readonly string root;
    private readonly List<PackageName> asked = [];
    private readonly List<string> sources = [];

    /// <summary>Opens the memory.</summary>
    /// <param name="root">Its folder; null for devicephys/packages in the user's cache.</param>
    public PackageFolder(string? root) => this.root = root ?? Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } cache ? cache : Path.GetTempPath(),
        "devicephys", "packages");

    /// <summary>The assemblies and native libraries of packages and of what they need.</summary>
    /// <param name="packages">The packages; added to those asked for before.</param>
    /// <param name="places">Further places to look; likewise.</param>
    /// <param name="cancellation">Ends the restore.</param>
    /// <returns>Paths; empty when nothing new is asked for.</returns>
    /// <exception cref="DataFileException">A package cannot be had; one sentence.</exception>
    public IReadOnlyList<string> Resolve(IReadOnlyList<PackageName> packages, IReadOnlyList<string> places, CancellationToken cancellation)
    {
        sources.AddRange(places.Except(sources));
        var missing = packages.Where(package => !IsHost(package) && !asked.Contains(package)).ToArray();
        if (missing.Length == 0)
            return [];
        PackageName[] all = [.. asked.Where(known => !missing.Any(m => string.Equals(m.Name, known.Name, StringComparison.OrdinalIgnoreCase))), .. missing];
        var project = RestoreProject.Text(all, sources);
        var folder = Path.Combine(root, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16]);
        var files = Remembered(folder) ?? Restore(folder, project, missing, cancellation);
        asked.Clear();
        asked.AddRange(all);
        return files;
    }

    private static bool IsHost(PackageName package) =>
        package.Name.Equals("DevicePhys", StringComparison.OrdinalIgnoreCase) || package.Name.StartsWith("DevicePhys.", StringComparison.OrdinalIgnoreCase);

    // Packages may have been cleaned away since.
    private static string[]? Remembered(string folder)
    {
        var list = Path.Combine(folder, List);
        return File.Exists(list) && File.ReadAllLines(list) is var files && files.All(File.Exists) ? files : null;
    }

    private static string[] Restore(string folder, string project, PackageName[] missing, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(folder);
            RestoreProject.Write(folder, project);
            if (DotnetCommand.Run(["restore", Path.Combine(folder, RestoreProject.File), "-v", "q", "--nologo"], folder, cancellation) is { } failure)
                throw new DataFileException($"package {string.Join(" and ", missing.Select(m => $"'{m}'"))} cannot be had: {failure.TrimEnd('.')}.");
            var files = RestoreAssets.Files(Path.Combine(folder, "obj", "project.assets.json"));
            WholeFile.Write(Path.Combine(folder, List), stream => stream.Write(Encoding.UTF8.GetBytes(string.Join('\n', files) + "\n")));
            return [.. files];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{folder}: packages cannot be resolved here ({exception.Message.TrimEnd('.')}), expected a writable folder.", exception);
        }
    }
}
