using DevicePhys.Circuits.Elements;

namespace DevicePhys.Circuits.Engine;

/// <summary>What an element is between its nodes, as far as the uniqueness of a solution goes.</summary>
internal enum Path
{
    /// <summary>Nothing: a current source fixes no voltage.</summary>
    None,

    /// <summary>A charge: fixes a voltage, but lets no steady current through.</summary>
    Coupling,

    /// <summary>A conductor.</summary>
    Conducting,

    /// <summary>A given voltage.</summary>
    Tie,
}

/// <summary>The kinds of paths of the elements this engine knows.</summary>
internal static class Paths
{
    /// <summary>The path of an element.</summary>
    public static Path Of(IElement element) => element switch
    {
        Resistor or TwoTerminalDevice => Path.Conducting,
        Capacitor => Path.Coupling,
        VoltageSource => Path.Tie,
        CurrentSource => Path.None,
        _ => throw new ArgumentException($"{element.Name}: the builtin engine has no equations for a {element.GetType().Name}.", nameof(element)),
    };
}
