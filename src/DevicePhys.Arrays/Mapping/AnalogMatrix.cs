using DevicePhys.Arrays.Converters;
using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Mapping;

/// <summary>A matrix held by devices in arrays with wires and converters, that multiplies.</summary>
/// <remarks>
/// Inputs become voltages (slice by slice), arrays turn voltages into currents through their effective matrices (exact for ohmic cells),
/// converters turn currents into codes, and codes are shifted, added over slices and arrays, and scaled back. Currents of a pair, and of a
/// reference column, are subtracted before they are converted. Without wires, bits and converters it is the plain product in single precision.
/// <para>
/// Not thread safe: one owner multiplies. The noise of a conversion is keyed by the number of the input, not by the order of the calls, so that
/// copies on several threads give the same bits. Without converter noise no product allocates once it has seen as many inputs.
/// </para>
/// </remarks>
public sealed class AnalogMatrix
{
    private readonly List<MatrixTile> tiles;
    private readonly InputSlices inputs;
    private readonly AnalogMatrixSettings settings;
    private readonly double perSum;
    private float[] levels = [];
    private float[] sums = [];
    private bool calibrated;

    /// <summary>Programs a matrix of weights.</summary>
    /// <param name="weights">[rows × columns], row-major: row i belongs to input i.</param>
    /// <param name="rows">Inputs.</param>
    /// <param name="columns">Outputs.</param>
    /// <param name="settings">How it is laid out and read.</param>
    /// <exception cref="ArgumentException">A weight is not finite, a shape or a setting is wrong.</exception>
    public AnalogMatrix(ReadOnlySpan<float> weights, int rows, int columns, AnalogMatrixSettings settings)
        : this(rows, columns, settings, ProgrammedTiles.Of(weights, rows, columns, settings, out var perUnit))
    {
        perSum = settings.LargestInput / inputs.Levels * perUnit;
        SetRanges();
    }

    /// <summary>Takes over pairs of devices as they stand: the read of an array that was trained in place.</summary>
    /// <param name="plus">The devices that count positively.</param>
    /// <param name="minus">The devices that count negatively.</param>
    /// <param name="weightPerSiemens">The weight of one siemens [1/S].</param>
    /// <param name="settings">How it is read; the conductance range is the unit of the converters, weight bits are those that the devices have.</param>
    /// <exception cref="ArgumentException">The crossbars differ in size, or a setting is wrong.</exception>
    public AnalogMatrix(Crossbar plus, Crossbar minus, double weightPerSiemens, AnalogMatrixSettings settings)
        : this(plus?.Rows ?? 0, plus?.Columns ?? 0, settings, ProgrammedTiles.Of(plus, minus, settings, out var siemensPerUnit))
    {
        perSum = settings.LargestInput / inputs.Levels * weightPerSiemens * siemensPerUnit;
        SetRanges();
    }

    private AnalogMatrix(int rows, int columns, AnalogMatrixSettings settings, List<MatrixTile> tiles)
    {
        (Rows, Columns, this.settings, this.tiles) = (rows, columns, settings, tiles);
        inputs = new InputSlices(settings.InputBits, settings.InputSliceBits);
    }

    /// <summary>Inputs.</summary>
    public int Rows { get; }

    /// <summary>Outputs.</summary>
    public int Columns { get; }

    /// <summary>Arrays, each slice and each pair counted once.</summary>
    public int Arrays => tiles.Count;

    /// <summary>Conversions of one product of one input.</summary>
    public long Conversions => settings.Adc is null ? 0 : inputs.Count * tiles.Sum(tile => (long)tile.Columns);

    /// <summary>The product of one input.</summary>
    /// <param name="input">[Rows].</param>
    /// <param name="output">[Columns], filled.</param>
    /// <param name="number">The number of the input: it keys the converters' noise.</param>
    public void Multiply(ReadOnlySpan<float> input, Span<float> output, long number = 0) => Multiply(input, 1, output, number);

    /// <summary>The products of many inputs.</summary>
    /// <param name="input">[count × Rows], row-major.</param>
    /// <param name="count">Inputs.</param>
    /// <param name="output">[count × Columns], row-major, filled.</param>
    /// <param name="first">The number of the first input.</param>
    /// <exception cref="ArgumentException">A span has another length than its shape asks for.</exception>
    /// <exception cref="InvalidOperationException">The converters are to be calibrated and have not been.</exception>
    public void Multiply(ReadOnlySpan<float> input, int count, Span<float> output, long first = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (input.Length != (long)count * Rows || output.Length != (long)count * Columns)
        {
            throw new ArgumentException($"{input.Length} inputs and room for {output.Length} outputs, expected {count} × {Rows} and {count} × {Columns}.");
        }

        if (settings is { Mapping: WeightMapping.Offset, Adc: not null } && input.ContainsAnyExceptInRange(0, float.MaxValue))
        {
            throw new ArgumentException("The converters of an offset mapping read currents of one sign, expected inputs of 0 or above.", nameof(input));
        }

        if (!calibrated && settings.Adc is { Range: AdcRange.Calibrated })
        {
            throw new InvalidOperationException("The converters have no range yet: their range is to be calibrated, expected a call of Calibrate before the first product.");
        }

        output.Clear();
        for (var slice = 0; slice < inputs.Count; slice++)
        {
            foreach (var tile in tiles)
            {
                var found = Currents(tile, input, count, slice);
                if (tile.Converters is not null)
                {
                    Convert(tile, found, count, slice, first);
                }

                Add(tile, found, count, slice, output);
            }
        }
    }

    /// <summary>Sets the converters' full scales to what sample inputs ask for.</summary>
    /// <param name="samples">[count × Rows], row-major: typical inputs.</param>
    /// <param name="count">Inputs.</param>
    /// <param name="covered">The fraction of the sampled currents, by magnitude, that is not to be clipped.</param>
    /// <remarks>The full scale of an array is a quantile of its own currents over all slices of the samples.</remarks>
    public void Calibrate(ReadOnlySpan<float> samples, int count, double covered = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(covered);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(covered, 1);
        if (samples.Length != (long)count * Rows)
        {
            throw new ArgumentException($"There are {samples.Length} samples, expected {count} × {Rows}.", nameof(samples));
        }

        calibrated = true;
        foreach (var tile in tiles.Where(tile => tile.Converters is not null))
        {
            var magnitudes = new List<float>();
            for (var slice = 0; slice < inputs.Count; slice++)
            {
                foreach (var value in Currents(tile, samples, count, slice))
                {
                    magnitudes.Add(Math.Abs(value));
                }
            }

            magnitudes.Sort();
            var top = magnitudes[Math.Clamp((int)Math.Ceiling(covered * magnitudes.Count) - 1, 0, magnitudes.Count - 1)];
            if (top > 0)
            {
                tile.Converters!.SetFullScale(top);
            }
        }
    }

    private void SetRanges()
    {
        foreach (var tile in tiles.Where(tile => tile.Converters is not null))
        {
            tile.Converters!.SetFullScale(
                settings.Adc!.Range == AdcRange.WholeSteps ? tile.Converters.HighestCode : Math.Max(tile.Largest * inputs.SliceLevels, float.Epsilon));
        }
    }

    private Span<float> Currents(MatrixTile tile, ReadOnlySpan<float> input, int count, int slice)
    {
        Ensure(ref levels, count * tile.Rows);
        Ensure(ref sums, count * tile.Columns);
        var perNumber = (float)(inputs.Levels / settings.LargestInput);
        for (var k = 0; k < count; k++)
        {
            inputs.Cut(input.Slice((k * Rows) + tile.Row, tile.Rows), perNumber, slice, levels.AsSpan(k * tile.Rows, tile.Rows));
        }

        var found = sums.AsSpan(0, count * tile.Columns);
        Kernels.MatrixProduct.Multiply(levels.AsSpan(0, count * tile.Rows), count, tile.Seen, found);
        return found;
    }

    private void Convert(MatrixTile tile, Span<float> values, int count, int slice, long first)
    {
        for (var k = 0; k < count; k++)
        {
            var random = settings.Adc!.Noise > 0 ? Noise(tile, slice, first + k) : null;
            tile.Converters!.Convert(values.Slice(k * tile.Columns, tile.Columns), random);
        }
    }

    private RandomStream Noise(MatrixTile tile, int slice, long number)
    {
        var random = new RandomStream(settings.Seed, "adc noise", (ulong)number);
        random.Skip((ulong)((tiles.IndexOf(tile) * inputs.Count) + slice) << 24);
        return random;
    }

    private void Add(MatrixTile tile, ReadOnlySpan<float> values, int count, int slice, Span<float> output)
    {
        var scale = (float)(perSum * tile.Place * (1 << (slice * inputs.SliceBits)));
        for (var k = 0; k < count; k++)
        {
            var shift = tile.Shift == 0 ? 0 : (float)(tile.Shift * Sum(levels.AsSpan(k * tile.Rows, tile.Rows)));
            var to = output.Slice((k * Columns) + tile.Column, tile.Columns);
            for (var j = 0; j < to.Length; j++)
            {
                to[j] += scale * (values[(k * tile.Columns) + j] - shift);
            }
        }
    }

    private static double Sum(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static void Ensure(ref float[] array, int length)
    {
        if (array.Length < length)
        {
            array = new float[length];
        }
    }
}
