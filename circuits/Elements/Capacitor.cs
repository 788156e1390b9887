namespace DevicePhys.Circuits.Elements;

/// <summary>A linear capacitor.</summary>
public sealed class Capacitor : IElement
{
    /// <summary>Creates a capacitor.</summary>
    /// <param name="name">The name.</param>
    /// <param name="a">The first node.</param>
    /// <param name="b">The second node.</param>
    /// <param name="capacitance">The capacitance, above 0 [F].</param>
    /// <exception cref="ArgumentException">The capacitance is not a finite number above 0.</exception>
    public Capacitor(string name, string a, string b, double capacitance)
    {
        Name = name;
        Nodes = [a, b];
        Capacitance = capacitance > 0 && double.IsFinite(capacitance)
            ? capacitance
            : throw new ArgumentOutOfRangeException(
                nameof(capacitance), capacitance,
                $"{name}: a capacitance should be a finite number of farads above 0.");
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>The capacitance [F].</summary>
    public double Capacitance { get; }

    /// <summary>A line of a netlist.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {Nodes[0]} {Nodes[1]} {Capacitance:R} F");
}
