namespace DevicePhys.Circuits.Elements;

/// <summary>An ohmic resistor.</summary>
public sealed class Resistor : IElement
{
    /// <summary>Creates a resistor.</summary>
    /// <param name="name">The name.</param>
    /// <param name="a">The first node.</param>
    /// <param name="b">The second node.</param>
    /// <param name="resistance">The resistance, above 0 [Ohm].</param>
    /// <exception cref="ArgumentException">The resistance is not a finite number above 0.</exception>
    public Resistor(string name, string a, string b, double resistance)
    {
        Name = name;
        Nodes = [a, b];
        Resistance = resistance > 0 && double.IsFinite(resistance)
            ? resistance
            : throw new ArgumentOutOfRangeException(
                nameof(resistance), resistance,
                $"{name}: a resistance should be a finite number of ohms above 0.");
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>The resistance [Ohm].</summary>
    public double Resistance { get; }

    /// <summary>A line of a netlist.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {Nodes[0]} {Nodes[1]} {Resistance:R} Ohm");
}
