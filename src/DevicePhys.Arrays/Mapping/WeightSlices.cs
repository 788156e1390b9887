namespace DevicePhys.Arrays.Mapping;

/// <summary>Weights as levels of devices: cut into slices of few bits, and split into a positive and a negative device or shifted above 0.</summary>
internal sealed class WeightSlices
{
    private readonly AnalogMatrixSettings settings;
    private readonly double perWeight;

    public WeightSlices(AnalogMatrixSettings settings, double largest)
    {
        this.settings = settings;
        Bits = settings.WeightBits;
        Levels = Bits == 0 ? 1 : (1 << Bits) - 1;
        perWeight = Levels / largest;

        // Shifted weights reach twice as far and need a bit more.
        Shift = settings.Mapping == WeightMapping.DifferentialPair ? 0 : Levels;
        var bits = Bits + (Shift == 0 ? 0 : 1);
        SliceBits = settings.WeightSliceBits == 0 || settings.WeightSliceBits > bits ? bits : settings.WeightSliceBits;
        Count = Bits == 0 ? 1 : (bits + SliceBits - 1) / SliceBits;
        SliceLevels = Bits == 0 ? Levels + Shift : (1 << SliceBits) - 1;
        Unit = (settings.GMax - settings.GMin) / SliceLevels;
    }

    public int Bits { get; }

    public int SliceBits { get; }

    /// <summary>How many devices in a row hold one weight.</summary>
    public int Count { get; }

    /// <summary>The whole number of the largest weight.</summary>
    public int Levels { get; }

    /// <summary>What is added to every whole number so that none is below 0.</summary>
    public int Shift { get; }

    /// <summary>The highest level of one device.</summary>
    public int SliceLevels { get; }

    /// <summary>The conductance of one level [S].</summary>
    public double Unit { get; }

    /// <summary>What a level of this slice counts.</summary>
    public double Place(int slice) => Bits == 0 ? 1 : 1 << (slice * SliceBits);

    /// <summary>A whole number (or, without bits, any) that stands for a weight.</summary>
    public double Number(double weight)
    {
        var number = weight * perWeight;
        return Math.Clamp(Bits == 0 ? number : Math.Round(number), -Levels, Levels);
    }

    /// <summary>The conductance that holds one slice of a number not below 0 [S].</summary>
    public double Conductance(double number, int slice) => settings.GMin + (Unit * Digit(number, slice));

    private double Digit(double number, int slice) =>
        Bits == 0 ? number : ((int)number >> (slice * SliceBits)) & ((1 << SliceBits) - 1);
}
