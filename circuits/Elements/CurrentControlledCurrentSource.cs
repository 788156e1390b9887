namespace DevicePhys.Circuits.Elements;

/// <summary>A current source that follows the current of a voltage source (SPICE's F, with the sign of the sensor turned: see Sensor).</summary>
/// <param name="name">The name.</param>
/// <param name="plus">The node the current is taken from.</param>
/// <param name="minus">The other node.</param>
/// <param name="sensor">The name of the voltage source whose current (out of its plus node into the circuit) controls.</param>
/// <param name="gain">The current from plus through the source to minus over the control current.</param>
public sealed class CurrentControlledCurrentSource(string name, string plus, string minus, string sensor, double gain) : IElement, ISensing
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; } = [plus, minus];

    /// <inheritdoc/>
    public string Sensor { get; } = sensor;

    /// <summary>The current from plus through the source to minus over the control current.</summary>
    public double Amplification { get; } = Gain.Finite(name, gain);

    /// <summary>A line of a netlist.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {string.Join(' ', Nodes)} i({Sensor}) {Amplification:R}");
}
