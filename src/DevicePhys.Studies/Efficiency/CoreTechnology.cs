using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Efficiency;

/// <summary>What a digital core is made of at one node: its memory cell, characterized, and the energy of its arithmetic.</summary>
/// <remarks>
/// The 6T cell has transistors of the low-standby-power class of the node, in the proportions of the 130 nm cell; its area is 160 F² (NeuroSim), 2.2 times as wide as high (recalled).
/// Supplies: NeuroSim's Technology.cpp; 28 nm between its neighbours. A bit line has, for each row, 0.2 fF/µm of wire (NeuroSim SubArray.cpp) and 1 fF per µm of access transistor for its drain (recalled). Arithmetic: Horowitz, ISSCC 2014, 45 nm and 0.9 V,
/// recalled: additions of 8 and 32 bits 0.03 and 0.1 pJ, a multiplication of 8 bits 0.2 pJ; elsewhere with F V². No factor is fitted.
/// </remarks>
public sealed record CoreTechnology
{
    private const double WirePerLength = 0.2e-15 / 1e-6, DrainPerWidth = 1e-15 / 1e-6, AreaInFeatures = 160, Aspect = 2.2;

    /// <summary>The nodes [nm].</summary>
    public static IReadOnlyList<int> Nodes { get; } = [130, 90, 65, 45, 28];

    private CoreTechnology(double feature, CellTable table) => (Feature, Table) = (feature, table);

    /// <summary>Feature size [m].</summary>
    public double Feature { get; }

    /// <summary>The table of its cell.</summary>
    public CellTable Table { get; }

    /// <summary>An addition of 8 bits [J].</summary>
    public double ByteAddition => 0.03e-12 * Scale;

    /// <summary>An addition of 32 bits [J].</summary>
    public double WordAddition => 0.1e-12 * Scale;

    /// <summary>A multiplication of 8 bits [J].</summary>
    public double Multiplication => 0.2e-12 * Scale;

    /// <summary>Reading a bit, mean of both values [J].</summary>
    public double Read => 0.5 * (Table.Zero[0].ReadEnergy + Table.One[0].ReadEnergy);

    /// <summary>Writing a bit over the other value, mean of both [J].</summary>
    public double Write => 0.5 * (Table.Zero[0].WriteEnergy + Table.One[0].WriteEnergy);

    /// <summary>What a cell at rest takes [W].</summary>
    public double Leakage => 0.5 * (Table.Zero[0].Leakage + Table.One[0].Leakage) * Table.Supply;

    private double Scale => Feature / 45e-9 * Math.Pow(Table.Supply / 0.9, 2);

    /// <summary>Characterizes the cell of a node.</summary>
    /// <param name="nanometres">One of <see cref="Nodes"/>.</param>
    /// <param name="rows">Cells on a bit line.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">There is no such node, or a bit line without cells.</exception>
    public static CoreTechnology Of(int nanometres, int rows, CancellationToken cancellation = default)
    {
        if (!Nodes.Contains(nanometres))
            throw new ArgumentException($"The node of a core is {nanometres} nm: one of {string.Join(", ", Nodes)} is expected.");
        if (rows < 1)
            throw new ArgumentException($"A bit line has {rows} cells: at least 1 is expected.");
        var feature = nanometres * 1e-9;
        SizedTransistor Sized(string kind, double width, double length) =>
            SizedTransistor.Of($"{kind}{nanometres}Lstp", width / 130 * nanometres, length / 130 * nanometres);
        var access = Sized("N", 0.2e-6, 0.15e-6);
        var height = Math.Sqrt(AreaInFeatures / Aspect) * feature;
        var cell = new SramCell
        {
            Supply = nanometres switch { 130 => 1.3, 90 => 1.2, 65 => 1.1, 45 => 1.0, _ => 0.88 }, PullDown = Sized("N", 0.28e-6, 0.13e-6), Access = access, PullUp = Sized("P", 0.18e-6, 0.13e-6),
            BitLine = rows * ((WirePerLength * height) + (DrainPerWidth * access.Width)), WordLine = 0.5e-15 / 130 * nanometres,
        };
        return new CoreTechnology(feature, CellCharacterization.Run($"6T, {nanometres} nm", cell, new() { Temperatures = [300.15] }, cancellation));
    }
}
