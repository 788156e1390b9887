using DevicePhys.Arrays.Converters;
using DevicePhys.Arrays.Wires;

namespace DevicePhys.Arrays.Mapping;

/// <summary>How a matrix of weights is laid out on arrays of devices and read.</summary>
/// <param name="GMin">The lowest conductance used [S].</param>
/// <param name="GMax">The highest conductance used [S].</param>
public sealed record AnalogMatrixSettings(double GMin, double GMax)
{
    /// <summary>How weights of either sign are held.</summary>
    public WeightMapping Mapping { get; init; } = WeightMapping.DifferentialPair;

    /// <summary>Bits of the magnitude of a weight; 0 for any conductance in between.</summary>
    public int WeightBits { get; init; }

    /// <summary>Bits that one device holds; 0 for all of them.</summary>
    public int WeightSliceBits { get; init; }

    /// <summary>Bits of the magnitude of an input; 0 for any voltage in between.</summary>
    public int InputBits { get; init; }

    /// <summary>Input bits that are applied at a time; 0 for all of them.</summary>
    public int InputSliceBits { get; init; }

    /// <summary>The input that gets the whole read voltage.</summary>
    public double LargestInput { get; init; } = 1;

    /// <summary>The weight that gets the whole range; 0 for the largest magnitude in the matrix.</summary>
    public double LargestWeight { get; init; }

    /// <summary>Word lines of one array; larger matrices are cut and their partial sums added.</summary>
    public int TileRows { get; init; } = int.MaxValue;

    /// <summary>Bit lines of one array, a reference column not counted.</summary>
    public int TileColumns { get; init; } = int.MaxValue;

    /// <summary>The wires; null for ideal ones.</summary>
    public WireSettings? Wires { get; init; }

    /// <summary>The converters behind the bit lines; null to read the currents as they are.</summary>
    public AdcSettings? Adc { get; init; }

    /// <summary>The seed of all draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Check()
    {
        if (!(GMin >= 0 && GMax > GMin && double.IsFinite(GMax)))
        {
            throw new ArgumentException($"conductance range: {GMin} S to {GMax} S should satisfy 0 <= GMin < GMax.");
        }

        Bits(WeightBits, 15, "weight bits");
        Bits(WeightSliceBits, 15, "weight slice bits");
        Bits(InputBits, 15, "input bits");
        Bits(InputSliceBits, 15, "input slice bits");
        if (!(LargestInput > 0 && double.IsFinite(LargestInput)) || !(LargestWeight >= 0 && double.IsFinite(LargestWeight)))
        {
            throw new ArgumentException($"largest input {LargestInput} and weight {LargestWeight} should be positive numbers.");
        }

        if (TileRows < 1 || TileColumns < 1)
        {
            throw new ArgumentException($"tile: {TileRows} × {TileColumns} should be at least 1 × 1.");
        }
    }

    private static void Bits(int value, int most, string name)
    {
        if (value < 0 || value > most)
        {
            throw new ArgumentException($"{name}: {value} should be between 0 and {most}.");
        }
    }
}
