using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Converters;

/// <summary>The converters of a row of bit lines, each with its own gain and offset.</summary>
/// <remarks>Gains and offsets are drawn once, by the bank's index; the noise of a conversion comes from the stream the caller hands in.</remarks>
public sealed class AdcBank
{
    private readonly float[] gains;
    private readonly float[] offsets;
    private readonly float noise;

    /// <summary>Makes the converters.</summary>
    /// <param name="settings">What they are like.</param>
    /// <param name="columns">How many.</param>
    /// <param name="signed">Whether currents of both signs arrive.</param>
    /// <param name="seed">The seed of gains and offsets.</param>
    /// <param name="index">Which bank this is.</param>
    public AdcBank(AdcSettings settings, int columns, bool signed, ulong seed, ulong index)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        (gains, offsets, noise) = (new float[columns], new float[columns], (float)settings.Noise);
        (LowestCode, HighestCode) = signed ? (-(1 << (settings.Bits - 1)), (1 << (settings.Bits - 1)) - 1) : (0, (1 << settings.Bits) - 1);
        if (signed && settings.Bits == 1)
        {
            // A comparator with a sign: −1 or 0 would have no positive answer.
            HighestCode = 1;
        }

        var (gain, offset) = (new RandomStream(seed, "adc gain", index), new RandomStream(seed, "adc offset", index));
        for (var j = 0; j < columns; j++)
        {
            gains[j] = (float)(1 + (settings.GainSpread * gain.NextNormal()));
            offsets[j] = (float)(settings.OffsetSpread * offset.NextNormal());
        }
    }

    /// <summary>The lowest code.</summary>
    public int LowestCode { get; }

    /// <summary>The highest code.</summary>
    public int HighestCode { get; }

    /// <summary>What one code stands for, in the unit of the values to convert.</summary>
    public float Step { get; private set; } = 1;

    /// <summary>Sets the full scale.</summary>
    /// <param name="fullScale">The value that gets the highest code.</param>
    public void SetFullScale(double fullScale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fullScale);
        Step = (float)(fullScale / HighestCode);
    }

    /// <summary>Converts a row of values, in place, to codes times <see cref="Step"/>.</summary>
    /// <param name="values">[Columns].</param>
    /// <param name="random">The noise of this conversion; null when there is none.</param>
    public void Convert(Span<float> values, RandomStream? random)
    {
        var perStep = 1 / Step;
        for (var j = 0; j < values.Length; j++)
        {
            var code = (gains[j] * values[j] * perStep) + offsets[j];
            if (random is not null)
            {
                code += noise * random.NextNormalSingle();
            }

            values[j] = Step * Math.Clamp(MathF.Round(code), LowestCode, HighestCode);
        }
    }
}
