using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>How a card is distilled into a pulse table.</summary>
public sealed record CharacterizationOptions
{
    /// <summary>The circuit engine.</summary>
    public string Engine { get; init; } = "builtin";

    /// <summary>Where models are found.</summary>
    public ModelCatalog Catalog { get; init; } = DeviceCatalog.Default;

    /// <summary>Equally likely levels of a step.</summary>
    public int Levels { get; init; } = 64;

    /// <summary>Conductance bins of a device without countable states; a counting device has one per count.</summary>
    public int Bins { get; init; } = 33;

    /// <summary>Pulses simulated per bin and polarity for the device of the card.</summary>
    public int Draws { get; init; } = 1024;

    /// <summary>Devices drawn from the card's D2D spreads.</summary>
    public int Population { get; init; } = 32;

    /// <summary>Pulses simulated per bin and polarity for each of them.</summary>
    public int PopulationDraws { get; init; } = 128;

    /// <summary>
    /// How exactly transients are solved. The default lets the voltage err by a thousandth, far below the sampling error of the draws; the
    /// exact chain of a counting device is always solved finely.
    /// </summary>
    public TransientOptions Transient { get; init; } = TransientOptions.AtTolerance(1e-3);

    /// <summary>The seed of every draw.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Bins worked on at a time; the table does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is out of range, or the engine is not here.</exception>
    public void Check()
    {
        _ = CircuitEngines.Get(Engine);
        ArgumentOutOfRangeException.ThrowIfLessThan(Levels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Bins, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Draws, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Population);
        ArgumentOutOfRangeException.ThrowIfLessThan(PopulationDraws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
    }
}
