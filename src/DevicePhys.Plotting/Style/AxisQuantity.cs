namespace DevicePhys.Plotting;

/// <summary>What an axis shows: a name, the symbol used for it, and its unit.</summary>
/// <param name="Name">The name, such as "Conductance".</param>
/// <param name="Symbol">The symbol, such as "G" or "R_{xy}"; may be empty.</param>
/// <param name="Unit">The SI unit without prefix, such as "S"; empty for a pure number.</param>
public sealed record AxisQuantity(string Name, string Symbol = "", string Unit = "")
{
    /// <summary>The conductance of a synapse [S].</summary>
    public static AxisQuantity Conductance { get; } = new("Conductance", "G", "S");

    /// <summary>The Hall resistance of a synapse [Ω].</summary>
    public static AxisQuantity HallResistance { get; } = new("Hall resistance", "R_{xy}", "Ω");

    /// <summary>The axis title in one scale.</summary>
    /// <param name="scale">The scale of the axis.</param>
    /// <returns>Such as "Conductance G (µS)".</returns>
    public string Title(UnitScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        var title = Symbol.Length == 0 ? Name : $"{Name} {Symbol}";
        return scale.Unit.Length == 0 ? title : $"{title} ({scale.Unit})";
    }
}
