using System.Security;

namespace DevicePhys.Notebooks.Packages;

/// <summary>The project whose only purpose is that its packages are restored.</summary>
internal static class RestoreProject
{
    /// <summary>Its name.</summary>
    public const string File = "packages.csproj";

    // A project looks for these in every folder above it; found here, empty, they end the search.
    private static readonly string[] Shields = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <summary>The text of the project.</summary>
    public static string Text(IEnumerable<Scripting.PackageName> packages, IReadOnlyCollection<string> sources) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
            <NuGetAudit>false</NuGetAudit>
            <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>
          </PropertyGroup>
          <ItemGroup>
        {string.Join('\n', packages.Select(p => $"    <PackageReference Include=\"{SecurityElement.Escape(p.Name)}\" Version=\"{SecurityElement.Escape(p.Version ?? "*")}\" />"))}
          </ItemGroup>
        </Project>

        """;

    /// <summary>Writes it with what it needs around it.</summary>
    public static void Write(string folder, string project)
    {
        foreach (var shield in Shields)
            System.IO.File.WriteAllText(Path.Combine(folder, shield), "<Project />\n");
        System.IO.File.WriteAllText(Path.Combine(folder, File), project);
    }
}
