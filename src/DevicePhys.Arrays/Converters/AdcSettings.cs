namespace DevicePhys.Arrays.Converters;

/// <summary>An analog-to-digital converter per bit line.</summary>
/// <param name="Bits">Bits of the output code, 1 to 24.</param>
/// <param name="Range">How the full scale is chosen.</param>
/// <param name="GainSpread">Standard deviation of the gain from converter to converter, relative.</param>
/// <param name="OffsetSpread">Standard deviation of the offset from converter to converter, in codes.</param>
/// <param name="Noise">Standard deviation of the input-referred noise of one conversion, in codes.</param>
/// <remarks>With all spreads 0 it is the ideal mid-tread quantiser: code = round(value / step), clipped to the codes there are.</remarks>
public sealed record AdcSettings(int Bits, AdcRange Range = AdcRange.Largest, double GainSpread = 0, double OffsetSpread = 0, double Noise = 0)
{
    /// <summary>Bits of the output code.</summary>
    public int Bits { get; init; } = Bits is >= 1 and <= 24
        ? Bits
        : throw new ArgumentOutOfRangeException(nameof(Bits), Bits, "A converter has between 1 and 24 bits.");

    /// <summary>Standard deviation of the gain, relative.</summary>
    public double GainSpread { get; init; } = Spread(GainSpread, nameof(GainSpread));

    /// <summary>Standard deviation of the offset, in codes.</summary>
    public double OffsetSpread { get; init; } = Spread(OffsetSpread, nameof(OffsetSpread));

    /// <summary>Standard deviation of the noise of one conversion, in codes.</summary>
    public double Noise { get; init; } = Spread(Noise, nameof(Noise));

    private static double Spread(double value, string name) =>
        value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "A spread is 0 or above, and finite.");
}
