namespace DevicePhys.Circuits.Elements;

/// <summary>A voltage source that follows the current of a voltage source (SPICE's H, with the sign of the sensor turned: see Sensor).</summary>
/// <param name="name">The name.</param>
/// <param name="plus">The node held above the other.</param>
/// <param name="minus">The other node.</param>
/// <param name="sensor">The name of the voltage source whose current (out of its plus node into the circuit) controls.</param>
/// <param name="transresistance">The voltage of plus against minus over the control current [Ohm].</param>
public sealed class CurrentControlledVoltageSource(string name, string plus, string minus, string sensor, double transresistance) : IElement, ISensing
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; } = [plus, minus];

    /// <inheritdoc/>
    public string Sensor { get; } = sensor;

    /// <summary>The voltage of plus against minus over the control current [Ohm].</summary>
    public double Transresistance { get; } = Gain.Finite(name, transresistance);

    /// <summary>A line of a netlist.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {string.Join(' ', Nodes)} i({Sensor}) {Transresistance:R} Ohm");
}
