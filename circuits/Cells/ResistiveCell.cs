using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Cells;

/// <summary>A two-terminal device between its lines: alone (1R), in series with a transistor (1T1R) or with a selector (1S1R).</summary>
/// <param name="Device">The card of the device.</param>
/// <remarks>
/// The device hangs from the bit line "line". In a 1T1R a negative drive raises the source line instead of lowering the bit line, so
/// that no junction of the transistor is ever forward; its word line bounds the current of a SET.
/// </remarks>
public sealed record ResistiveCell(Card Device)
{
    /// <summary>The source of the drive.</summary>
    public const string Source = "VPulse";

    /// <summary>The node of the bit line.</summary>
    public const string Line = "line";

    /// <summary>The device.</summary>
    public const string Element = "XCell";

    private const string Middle = "mid", SourceLine = "sl";

    /// <summary>The transistor of a 1T1R; null for none.</summary>
    public SizedTransistor? Transistor { get; init; }

    /// <summary>The card of the selector of a 1S1R, a two-terminal device; null for none.</summary>
    public Card? Selector { get; init; }

    /// <summary>The word line of a 1T1R [V].</summary>
    public double WordLine { get; init; } = 3;

    /// <summary>Where models are found.</summary>
    public ModelCatalog Catalog { get; init; } = DeviceCatalog.Default;

    /// <summary>A cell by the name the field uses, with the default transistor or selector.</summary>
    /// <param name="name">"1R", "1T1R" or "1S1R"; case does not count.</param>
    /// <param name="device">The card of the device.</param>
    /// <exception cref="ArgumentException">There is no such cell.</exception>
    public static ResistiveCell Of(string name, Card device)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToUpperInvariant() switch
        {
            "1R" => new(device),
            "1T1R" => new(device) { Transistor = SizedTransistor.Of("N130Lstp", 2e-6, 0.13e-6) },
            "1S1R" => new(device) { Selector = DeviceCatalog.Default.Card("ExponentialSelector.Miec") },
            _ => throw new ArgumentException($"'{name}' is not a resistive cell, expected one of {string.Join(", ", Names)}."),
        };
    }

    /// <summary>The names that <see cref="Of"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["1R", "1T1R", "1S1R"];

    /// <summary>The name the field uses.</summary>
    public string Name => Transistor is not null ? "1T1R" : Selector is not null ? "1S1R" : "1R";

    /// <summary>The node below the device; ground in a 1R.</summary>
    public string Below => Transistor is null && Selector is null ? Netlist.Ground : Middle;

    /// <summary>The node that the bit line is driven against: ground, or the source line of a 1T1R.</summary>
    public string Return => Transistor is null ? Netlist.Ground : SourceLine;

    /// <summary>The cell behind the driver and the line of its card's pulses.</summary>
    /// <param name="drive">Bit line against source line [V].</param>
    /// <exception cref="Errors.CardException">The card has no pulses, or a card does not fit its model.</exception>
    public Netlist Build(Waveform drive)
    {
        ArgumentNullException.ThrowIfNull(drive);
        var scheme = Device.Pulses;
        var (high, low) = Transistor is null ? (drive, null) : SignedDrive.Split(drive);
        var netlist = new Netlist();
        if (scheme.DriverResistance > 0)
            netlist.VoltageSource(Source, "source", Netlist.Ground, high).Resistor("RDriver", "source", Line, scheme.DriverResistance);
        else
            netlist.VoltageSource(Source, Line, Netlist.Ground, high);
        if (scheme.LineCapacitance > 0)
            netlist.Capacitor("CLine", Line, Netlist.Ground, scheme.LineCapacitance);
        return AddTo(netlist, low);
    }

    /// <summary>Adds device and access to a netlist that drives "line" itself.</summary>
    /// <param name="netlist">The netlist.</param>
    /// <param name="sourceLine">The source line of a 1T1R [V]; null for 0.</param>
    /// <exception cref="Errors.CardException">A card does not fit its model.</exception>
    public Netlist AddTo(Netlist netlist, Waveform? sourceLine = null)
    {
        ArgumentNullException.ThrowIfNull(netlist);
        netlist.Device(Element, [Line, Below], Device, Catalog);
        if (Selector is { } selector)
            netlist.Device("XSelector", [Middle, Netlist.Ground], selector, Catalog);
        if (Transistor is { } transistor)
        {
            netlist.VoltageSource("VWord", "word", Netlist.Ground, new Constant(WordLine))
                .VoltageSource("VSource", SourceLine, Netlist.Ground, sourceLine ?? new Constant(0));
            transistor.AddTo(netlist, "MAccess", Middle, "word", SourceLine, Netlist.Ground);
        }

        return netlist;
    }
}
