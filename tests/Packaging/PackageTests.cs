using System.Diagnostics;
using DevicePhys.Tests.Architecture;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Packaging;

/// <summary>The packages, made, installed and used as a user would, from a folder. Slow: set DEVICEPHYS_PACK=1 to run it.</summary>
public sealed class PackageTests
{
    private const string Variable = "DEVICEPHYS_PACK";

    [Fact]
    public void The_tool_and_the_libraries_install_from_a_folder_and_run()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Variable) == "1", $"{Variable} is not 1: packages are not made and installed");
        using var folder = new TemporaryFolder();
        var feed = Path.Combine(folder.Path, "feed");
        Dotnet(Repository.Root, "pack", "DevicePhys.sln", "-c", "Release", "-o", feed, "-v", "q");
        Assert.Equal(
            ["DevicePhys.Arrays", "DevicePhys.Circuits", "DevicePhys.Circuits.SpiceSharp", "DevicePhys.Core", "DevicePhys.Devices", "DevicePhys.Notebooks", "DevicePhys.Plotting",
             "DevicePhys.Plotting.Skia", "DevicePhys.Spiking", "DevicePhys.Studies", "devicephys"],
            Directory.EnumerateFiles(feed, "*.nupkg").Select(file => Path.GetFileName(file).Split(".0.")[0]).Order(StringComparer.Ordinal));
        UseTool(folder.Path);
        UseLibraries(folder.Path);
    }

    private static void UseTool(string folder)
    {
        Configure(folder);
        var tools = Path.Combine(folder, "tools");
        Dotnet(folder, "tool", "install", "devicephys", "--tool-path", tools, "--configfile", Path.Combine(folder, "nuget.config"));
        var tool = Path.Combine(tools, OperatingSystem.IsWindows() ? "devicephys.exe" : "devicephys");
        Assert.Contains("Vteam.PtHfTi", Run(folder, tool, "cards"), StringComparison.Ordinal);

        // A notebook needs what only a whole tool has: references, the compiler, the graphics library.
        File.Copy(Path.Combine(Repository.Root, "notebooks", "01-current-voltage.ipynb"), Path.Combine(folder, "iv.ipynb"));
        Assert.Contains("cells run", Run(folder, tool, "notebook", "run", "iv.ipynb", "--set", "cycles=2"), StringComparison.Ordinal);
        Assert.Contains("image/png", File.ReadAllText(Path.Combine(folder, "iv.ipynb")), StringComparison.Ordinal);
        var spec = Run(folder, tool, "notebook", "install", "--prefix", folder);
        Assert.Contains("kernel.json", spec, StringComparison.Ordinal);
        Assert.Contains(tool, File.ReadAllText(Path.Combine(folder, "share", "jupyter", "kernels", "devicephys", "kernel.json")), StringComparison.Ordinal);
    }

    private static void UseLibraries(string folder)
    {
        var app = Path.Combine(folder, "app");
        Directory.CreateDirectory(app);
        File.WriteAllText(Path.Combine(app, "app.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DevicePhys.Studies" Version="0.*" />
                <PackageReference Include="DevicePhys.Plotting.Skia" Version="0.*" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(app, "Program.cs"), """
            using DevicePhys.Circuits.Cells;
            using DevicePhys.Circuits.Testbenches;
            using DevicePhys.Devices;
            using DevicePhys.Plotting;

            var trace = CurrentVoltage.Run(new ResistiveCell(DeviceCatalog.Default.Card("Vteam.PtHfTi")), new(0.7, 0.6, 2e-6));
            var picture = CurrentVoltagePlot.Draw("I-V", [new("I", trace["voltage"].ToArray(), trace["current"].ToArray())]);
            Console.WriteLine(picture.Write("iv") ?? "drawn");
            """);
        Assert.Contains("drawn", Dotnet(app, "run", "-c", "Release"), StringComparison.Ordinal);
        Assert.True(new FileInfo(Path.Combine(app, "iv.png")).Length > 10_000);
    }

    // Everything is taken from the feed and from what this machine has restored before, and unpacked here: nothing stays behind.
    private static void Configure(string folder)
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{Path.Combine(folder, "feed")}" /><add key="cache" value="{cache}" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
    }

    private static string Dotnet(string folder, params string[] arguments) => Run(folder, "dotnet", arguments);

    private static string Run(string folder, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        if (folder != Repository.Root)
            start.Environment["NUGET_PACKAGES"] = Path.Combine(folder.EndsWith("app", StringComparison.Ordinal) ? Path.GetDirectoryName(folder)! : folder, "packages");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{command} {string.Join(' ', arguments)}\n{output}\n{error.Result}");
        return output;
    }
}
