using System.Reflection;
using DevicePhys.Circuits.Engine;

namespace DevicePhys.Circuits;

/// <summary>The circuit engines by name.</summary>
/// <remarks>
/// The builtin engine is always there. Any other lives in an assembly of its own, named below, and is there when that assembly lies beside this one
/// and
/// holds a public <see cref="ICircuitEngine"/> of that name.
/// </remarks>
public static class CircuitEngines
{
    private static readonly (string Name, string Assembly)[] Adapters = [("spicesharp", "DevicePhys.Circuits.SpiceSharp")];

    /// <summary>The engine to use where none is asked for.</summary>
    public static ICircuitEngine Default { get; } = new BuiltinEngine();

    /// <summary>The names of the engines that are there.</summary>
    public static IReadOnlyList<string> Names => [Default.Name, .. Adapters.Where(a => Find(a.Name, a.Assembly) is not null).Select(a => a.Name)];

    /// <summary>An engine by name.</summary>
    /// <param name="name">The name, such as "builtin".</param>
    /// <exception cref="ArgumentException">There is no such engine here.</exception>
    public static ICircuitEngine Get(string name) => TryGet(name) ?? throw new ArgumentException(
        Adapters.Any(adapter => adapter.Name == name)
            ? $"The circuit engine '{name}' is not part of this build, because its package was in no source of the build; there is {string.Join(" and ", Names)}."
            : $"There is no circuit engine '{name}' here; there is {string.Join(" and ", Names)}.",
        nameof(name));

    /// <summary>An engine by name, or null where it is not there.</summary>
    /// <param name="name">The name.</param>
    public static ICircuitEngine? TryGet(string name) =>
        name == Default.Name ? Default : Array.Find(Adapters, a => a.Name == name) is { Assembly: { } assembly } ? Find(name, assembly) : null;

    private static ICircuitEngine? Find(string name, string assembly)
    {
        Assembly loaded;
        try
        {
            loaded = Assembly.Load(assembly);
        }
        catch (IOException)
        {
            // Not installed: the ordinary case, not an error.
            return null;
        }

        return loaded.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(ICircuitEngine)) && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(type => (ICircuitEngine)Activator.CreateInstance(type)!)
            .FirstOrDefault(engine => engine.Name == name);
    }
}
