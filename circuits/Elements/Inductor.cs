namespace DevicePhys.Circuits.Elements;

/// <summary>A linear inductor.</summary>
public sealed class Inductor : IElement
{
    /// <summary>Creates an inductor.</summary>
    /// <param name="name">The name.</param>
    /// <param name="a">The first node.</param>
    /// <param name="b">The second node.</param>
    /// <param name="inductance">The inductance, above 0 [H].</param>
    /// <exception cref="ArgumentException">The inductance is not a finite number above 0.</exception>
    public Inductor(string name, string a, string b, double inductance)
    {
        Name = name;
        Nodes = [a, b];
        Inductance = inductance > 0 && double.IsFinite(inductance)
            ? inductance
            : throw new ArgumentOutOfRangeException(
                nameof(inductance), inductance,
                $"{name}: an inductance should be a finite number of henries above 0.");
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>The inductance [H].</summary>
    public double Inductance { get; }

    /// <summary>A line of a netlist.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {Nodes[0]} {Nodes[1]} {Inductance:R} H");
}
