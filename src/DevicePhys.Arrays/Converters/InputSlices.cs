namespace DevicePhys.Arrays.Converters;

/// <summary>A digital-to-analog converter per word line: numbers into levels, in one piece or in slices of few bits, lowest first.</summary>
/// <remarks>
/// A number x becomes the whole number round(x / largest × levels), whose magnitude is cut into slices; its sign is the polarity of the
/// voltage. Numbers beyond the largest get the last level, as a converter at its rail does; the caller chooses the largest.
/// </remarks>
public sealed class InputSlices
{
    /// <summary>Makes the converter.</summary>
    /// <param name="bits">Bits of the magnitude; 0 drives the lines with the numbers themselves.</param>
    /// <param name="sliceBits">Bits of a slice; 0 for all of them at once.</param>
    public InputSlices(int bits, int sliceBits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 20);
        ArgumentOutOfRangeException.ThrowIfNegative(sliceBits);
        (Bits, SliceBits) = (bits, sliceBits == 0 || sliceBits > bits ? bits : sliceBits);
        Count = bits == 0 ? 1 : (bits + SliceBits - 1) / SliceBits;
    }

    /// <summary>Bits of the magnitude; 0 when the lines are driven with the numbers themselves.</summary>
    public int Bits { get; }

    /// <summary>Bits of a slice.</summary>
    public int SliceBits { get; }

    /// <summary>How many slices a number has.</summary>
    public int Count { get; }

    /// <summary>The largest whole number; 1 when there are no levels.</summary>
    public int Levels => (1 << Bits) - (Bits == 0 ? 0 : 1);

    /// <summary>The largest level of a slice; 1 when there are no levels.</summary>
    public int SliceLevels => (1 << SliceBits) - (Bits == 0 ? 0 : 1);

    /// <summary>Makes one slice of many numbers.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="perNumber">The whole numbers per unit: Levels / largest.</param>
    /// <param name="slice">Which slice, 0 the lowest.</param>
    /// <param name="levels">As many; filled with signed levels, −SliceLevels to SliceLevels.</param>
    public void Cut(ReadOnlySpan<float> numbers, float perNumber, int slice, Span<float> levels)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            var scaled = numbers[i] * perNumber;
            if (Bits == 0)
            {
                levels[i] = scaled;
                continue;
            }

            var whole = (int)Math.Clamp(MathF.Round(scaled), -Levels, Levels);
            var digit = (Math.Abs(whole) >> (slice * SliceBits)) & SliceLevels;
            levels[i] = whole < 0 ? -digit : digit;
        }
    }
}
