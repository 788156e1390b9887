using DevicePhys.Arrays.Wires;

namespace DevicePhys.Arrays.Energy;

/// <summary>The metal of a technology node: what a wire over one cell has in resistance and capacitance.</summary>
/// <param name="Name">The node, such as "32 nm".</param>
/// <param name="Width">Width of the wire [m]; cells of a crossbar stand two widths apart.</param>
/// <param name="AspectRatio">Height over width.</param>
/// <param name="Resistivity">Resistivity, size effects included [Ohm m].</param>
/// <param name="CapacitancePerMetre">Capacitance [F/m].</param>
/// <remarks>
/// Width, aspect ratio and resistivity: Param.cpp of MLP+NeuroSim V3.0 (quoted); 0.2 fF/µm: its SubArray.cpp (quoted). At 300 K; resistance rises by
/// 0.451 % per kelvin. Resistance per cell = resistivity × pitch / (width² × aspect ratio) (derived).
/// </remarks>
public sealed record WireTechnology(string Name, double Width, double AspectRatio, double Resistivity, double CapacitancePerMetre = 0.2e-9)
{
    private const double TemperatureCoefficient = 0.00451;

    /// <summary>The nodes from 130 nm to 7 nm.</summary>
    public static IReadOnlyList<WireTechnology> Nodes { get; } =
    [
        new("130 nm", 200e-9, 2.1, 2.42e-8), new("65 nm", 100e-9, 2.3, 2.73e-8), new("45 nm", 50e-9, 2.34, 3.91e-8),
        new("32 nm", 40e-9, 1.9, 4.03e-8), new("22 nm", 32e-9, 1.9, 4.51e-8), new("14 nm", 22e-9, 2.0, 5.41e-8), new("7 nm", 14e-9, 2.1, 7.43e-8),
    ];

    /// <summary>Resistance of a wire [Ohm/m].</summary>
    /// <param name="temperature">Temperature [K].</param>
    public double ResistancePerMetre(double temperature = 300) =>
        Resistivity / (Width * Width * AspectRatio) * (1 + (TemperatureCoefficient * (temperature - 300)));

    /// <summary>Distance of two cells [m].</summary>
    /// <param name="widths">Wire widths per cell: 2 for a passive crossbar, 4 for cells with a transistor.</param>
    public double Pitch(double widths = 2) => widths * Width;

    /// <summary>The wires of a crossbar in this technology.</summary>
    /// <param name="widths">Wire widths per cell.</param>
    /// <param name="driver">Driver resistance [Ohm].</param>
    /// <param name="sense">Sense resistance [Ohm].</param>
    public WireSettings Wires(double widths = 2, double driver = 0, double sense = 0)
    {
        var segment = ResistancePerMetre() * Pitch(widths);
        return new WireSettings(segment, segment, driver, sense);
    }
}
