using System.Xml.Linq;
using Xunit;

namespace DevicePhys.Tests.Architecture;

/// <summary>Data flows one way: nothing on the right of the chain is known to anything on its left.</summary>
public sealed class ProjectReferenceTests
{
    // Origin: design.md, section 4.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["DevicePhys.Core"] = [],
        ["DevicePhys.Devices"] = ["Core"],
        ["DevicePhys.Circuits"] = ["Core", "Devices"],
        ["DevicePhys.Circuits.SpiceSharp"] = ["Core", "Devices", "Circuits"],
        ["DevicePhys.Arrays"] = ["Core"],
        ["DevicePhys.Spiking"] = ["Core", "Arrays"],
        ["DevicePhys.Studies"] = ["Core", "Devices", "Circuits", "Circuits.SpiceSharp", "Arrays", "Spiking"],
        ["DevicePhys.Plotting"] = ["Core"],
        ["DevicePhys.Plotting.Skia"] = ["Core", "Plotting"],
    };

    // These stand at the end of the chain and may use everything.
    private static readonly string[] Free =
        ["DevicePhys.Cli", "DevicePhys.Notebooks", "DevicePhys.Tests", "DevicePhys.Benchmarks", "DevicePhys.Validation"];

    [Fact]
    public void References_between_projects_are_those_of_the_design()
    {
        var projects = Projects();
        Assert.Contains(projects, project => project.Name == "DevicePhys.Core");
        Assert.All(projects.Where(project => !Free.Contains(project.Name)), project =>
        {
            Assert.True(Allowed.ContainsKey(project.Name), $"{project.Name} is new: add it to the list with what it may use.");
            Assert.Empty(project.References.Except(Allowed[project.Name].Select(name => $"DevicePhys.{name}")));
        });
    }

    [Fact]
    public void No_library_uses_an_end_of_the_chain() =>
        Assert.All(
            Projects().Where(project => !Free.Contains(project.Name)),
            project => Assert.Empty(project.References.Intersect(Free)));

    [Fact]
    public void Nothing_can_be_used_through_a_reference_of_a_reference()
    {
        var properties = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"));
        Assert.Equal("true", properties.Descendants("DisableTransitiveProjectReferences").Single().Value);
    }

    private static List<(string Name, string[] References)> Projects() =>
    [
        .. Repository.Files("*.csproj", "src", "devices", "circuits", "tests", "benchmarks", "validation")
            .Select(file => (Path.GetFileNameWithoutExtension(file), References(file))),
    ];

    private static string[] References(string file) =>
    [
        .. XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))),
    ];
}
