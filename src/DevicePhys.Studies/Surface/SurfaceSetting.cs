using DevicePhys.Studies.Mnist;

namespace DevicePhys.Studies.Surface;

/// <summary>Where on the accuracy surface a network stands.</summary>
/// <param name="States">Skyrmions that a device holds; states are one more.</param>
/// <param name="D2D">The D2D spreads, as a multiple of those of the card.</param>
/// <param name="C2C">The spread of the size of a fresh skyrmion.</param>
/// <param name="Wire">Resistance of word and bit lines from cell to cell [Ohm].</param>
/// <param name="Bits">Bits of the converters; <see cref="NoConverters"/> stands for none.</param>
public readonly record struct SurfaceSetting(double States, double D2D, double C2C, double Wire, double Bits)
{
    /// <summary>As many bits as single precision has: no converters.</summary>
    public const double NoConverters = SweptValue.MostBits;

    /// <summary>The value of one quantity.</summary>
    /// <param name="quantity">One of <see cref="SurfaceGrid.Quantities"/>.</param>
    public double this[SweepQuantity quantity] => quantity switch
    {
        SweepQuantity.States => States,
        SweepQuantity.D2D => D2D,
        SweepQuantity.C2C => C2C,
        SweepQuantity.Wire => Wire,
        SweepQuantity.Adc => Bits,
        _ => throw new ArgumentOutOfRangeException(nameof(quantity)),
    };

    /// <summary>The same with another value of one quantity.</summary>
    /// <param name="quantity">One of <see cref="SurfaceGrid.Quantities"/>.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The other setting.</returns>
    public SurfaceSetting With(SweepQuantity quantity, double value) => quantity switch
    {
        SweepQuantity.States => this with { States = value },
        SweepQuantity.D2D => this with { D2D = value },
        SweepQuantity.C2C => this with { C2C = value },
        SweepQuantity.Wire => this with { Wire = value },
        SweepQuantity.Adc => this with { Bits = value },
        _ => throw new ArgumentOutOfRangeException(nameof(quantity)),
    };
}
