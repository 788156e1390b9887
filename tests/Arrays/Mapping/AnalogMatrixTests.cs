using DevicePhys.Arrays;
using DevicePhys.Arrays.Converters;
using DevicePhys.Arrays.Kernels;
using DevicePhys.Arrays.Mapping;
using DevicePhys.Arrays.Wires;
using DevicePhys.Sampling;
using DevicePhys.Statistics;
using Xunit;

namespace DevicePhys.Tests.Arrays.Mapping;

public sealed class AnalogMatrixTests
{
    private const int Rows = 37, Columns = 19, Inputs = 5;
    private static readonly AnalogMatrixSettings Plain = new(1e-6, 15e-6) { TileRows = 16, TileColumns = 8 };

    [Theory]
    [InlineData(WeightMapping.DifferentialPair)]
    [InlineData(WeightMapping.ReferenceColumn)]
    [InlineData(WeightMapping.Offset)]
    public void Without_flaws_it_is_the_plain_product(WeightMapping mapping)
    {
        var (weights, inputs) = (Numbers(Rows * Columns, 1), Numbers(Inputs * Rows, 2));
        var (plain, found) = (new float[Inputs * Columns], new float[Inputs * Columns]);
        MatrixProduct.MultiplyPlain(inputs, weights, plain, Inputs, Rows, Columns);
        new AnalogMatrix(weights, Rows, Columns, Plain with { Mapping = mapping }).Multiply(inputs, Inputs, found);

        // Rounding of a sum of Rows terms of at most 1 (Higham eq. 3.5), with a baseline of 1 + GMin/Unit for shifted weights.
        var bound = 4 * Rows * 6e-8 * Rows;
        for (var i = 0; i < plain.Length; i++)
        {
            Assert.InRange(found[i] - plain[i], -bound, bound);
        }
    }

    [Theory]
    [InlineData(WeightMapping.DifferentialPair, 4, 0, 4, 0, 14)]
    [InlineData(WeightMapping.DifferentialPair, 5, 2, 7, 3, 12)]
    [InlineData(WeightMapping.ReferenceColumn, 4, 1, 3, 1, 10)]
    [InlineData(WeightMapping.ReferenceColumn, 6, 4, 6, 2, 14)]
    [InlineData(WeightMapping.Offset, 3, 4, 4, 2, 14)]
    public void Sliced_sums_are_those_of_whole_numbers(WeightMapping mapping, int weightBits, int weightSlice, int inputBits, int inputSlice, int adcBits)
    {
        var (weightLevels, inputLevels) = ((1 << weightBits) - 1, (1 << inputBits) - 1);
        var random = new RandomStream(3, "whole", (ulong)weightBits);
        var weights = Enumerable.Range(0, Rows * Columns).Select(_ => (float)(random.NextInt((2 * weightLevels) + 1) - weightLevels)).ToArray();
        var signed = mapping != WeightMapping.Offset;
        var inputs = Enumerable.Range(0, Rows).Select(_ => (float)(random.NextInt((signed ? 2 : 1) * inputLevels + 1) - (signed ? inputLevels : 0))).ToArray();

        // GMin is one level, so that the baseline of an offset mapping is a whole number of steps.
        var settings = new AnalogMatrixSettings(1e-6, 16e-6)
        {
            Mapping = mapping, WeightBits = weightBits, WeightSliceBits = weightSlice, InputBits = inputBits, InputSliceBits = inputSlice,
            LargestInput = inputLevels, LargestWeight = weightLevels, TileRows = 16, TileColumns = 8, Adc = new AdcSettings(adcBits, AdcRange.WholeSteps),
        };
        var found = new float[Columns];
        new AnalogMatrix(weights, Rows, Columns, settings).Multiply(inputs, found);
        for (var j = 0; j < Columns; j++)
        {
            var sum = Enumerable.Range(0, Rows).Sum(i => (long)inputs[i] * (long)weights[(i * Columns) + j]);
            Assert.Equal(sum, found[j], Math.Abs(sum) * 1e-6 + 1e-2);
        }
    }

    [Fact]
    public void Rounding_of_weights_inputs_and_codes_stays_within_half_a_step_each()
    {
        var (weights, inputs) = (Numbers(Rows * Columns, 4), Numbers(Rows, 5));
        var found = new float[Columns];
        var matrix = new AnalogMatrix(weights, Rows, Columns, new AnalogMatrixSettings(0, 1e-5) { WeightBits = 6, InputBits = 7, LargestWeight = 1, Adc = new AdcSettings(9) });
        matrix.Multiply(inputs, found);
        var largest = Enumerable.Range(0, Columns).Max(j => Enumerable.Range(0, Rows).Sum(i => Math.Round(Math.Abs(weights[(i * Columns) + j]) * 63) / 63));
        for (var j = 0; j < Columns; j++)
        {
            var (exact, bound) = (0.0, largest / 255 / 2);
            for (var i = 0; i < Rows; i++)
            {
                exact += (double)inputs[i] * weights[(i * Columns) + j];
                bound += (0.5 / 63 * Math.Abs(inputs[i])) + (0.5 / 127 * Math.Abs(weights[(i * Columns) + j])) + (0.25 / 63 / 127);
            }

            Assert.InRange(found[j] - exact, -bound - 1e-4, bound + 1e-4);
        }
    }

    [Theory]
    [InlineData(WeightMapping.DifferentialPair)]
    [InlineData(WeightMapping.Offset)]
    public void Wires_act_as_the_exact_solution_of_the_arrays_says(WeightMapping mapping)
    {
        var (weights, inputs) = (Numbers(Rows * Columns, 6), Numbers(Rows, 7));
        var wires = new WireSettings(20, 20, 100, 100);
        var settings = new AnalogMatrixSettings(1e-6, 1e-4) { Mapping = mapping, Wires = wires, LargestWeight = 1 };
        var found = new float[Columns];
        new AnalogMatrix(weights, Rows, Columns, settings).Multiply(inputs, found);
        var currents = new double[Columns];
        Solve(currents, 1, i => mapping == WeightMapping.Offset ? 1e-6 + (99e-6 * (weights[i] + 1) / 2) : 1e-6 + (99e-6 * Math.Max(weights[i], 0)));
        if (mapping == WeightMapping.DifferentialPair)
        {
            Solve(currents, -1, i => 1e-6 + (99e-6 * Math.Max(-weights[i], 0)));
        }

        var sum = inputs.Sum(x => (double)x);
        for (var j = 0; j < Columns; j++)
        {
            var expected = mapping == WeightMapping.Offset ? ((currents[j] - (50.5e-6 * sum)) / 49.5e-6) : currents[j] / 99e-6;
            Assert.Equal(expected, found[j], 1e-4);
        }

        void Solve(double[] total, int sign, Func<int, double> cell)
        {
            var part = new double[Columns];
            new WiredCrossbar([.. Enumerable.Range(0, Rows * Columns).Select(cell)], Rows, Columns, wires).Solve([.. inputs.Select(x => (double)x)], part);
            for (var j = 0; j < Columns; j++)
            {
                total[j] += sign * part[j];
            }
        }
    }

    [Fact]
    public void A_trained_pair_is_read_through_its_own_conductances()
    {
        var (plus, minus, inputs) = (new Crossbar(Rows, Columns), new Crossbar(Rows, Columns), Numbers(Rows, 8));
        var random = new RandomStream(9, "pair");
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                (plus[i, j], minus[i, j]) = (1e-6f + (9e-6f * random.NextSingle()), 1e-6f + (9e-6f * random.NextSingle()));
            }
        }

        var found = new float[Columns];
        new AnalogMatrix(plus, minus, 2e5, new AnalogMatrixSettings(1e-6, 1e-5)).Multiply(inputs, found);
        for (var j = 0; j < Columns; j++)
        {
            var expected = Enumerable.Range(0, Rows).Sum(i => inputs[i] * 2e5 * ((double)plus[i, j] - minus[i, j]));
            Assert.Equal(expected, found[j], 1e-4);
        }
    }

    [Fact]
    public void Converters_have_the_spread_and_noise_they_were_given()
    {
        const int Many = 20_000;
        var settings = new AdcSettings(12, AdcRange.Largest, GainSpread: 0.02, OffsetSpread: 3);
        var bank = new AdcBank(settings, Many, signed: true, seed: 5, index: 0);
        bank.SetFullScale(bank.HighestCode);
        var (low, high) = (new float[Many], Enumerable.Repeat(1000f, Many).ToArray());
        bank.Convert(low, null);
        bank.Convert(high, null);
        var offsets = Moments.Of(low);
        var gains = Moments.Of(high.Zip(low, (h, l) => (h - l) / 1000).ToArray());

        // Rounding adds 1/12 of a squared code. Five standard errors.
        Assert.InRange(offsets.StandardDeviation, Math.Sqrt(9 + (1 / 12.0)) * (1 - 0.025), Math.Sqrt(9 + (1 / 12.0)) * (1 + 0.025));
        Assert.InRange(gains.StandardDeviation, 0.02 * 0.975, 0.02 * 1.025);

        var noisy = new AdcBank(new AdcSettings(12, Noise: 2), Many, signed: true, seed: 5, index: 1);
        noisy.SetFullScale(noisy.HighestCode);
        var values = new float[Many];
        noisy.Convert(values, new RandomStream(1, "noise"));
        var noise = Moments.Of(values);
        Assert.InRange(noise.StandardDeviation, Math.Sqrt(4 + (1 / 12.0)) * 0.975, Math.Sqrt(4 + (1 / 12.0)) * 1.025);
        Assert.InRange(noise.Mean, -0.08, 0.08);
    }

    [Fact]
    public void Noise_belongs_to_the_input_not_to_the_call()
    {
        var (weights, inputs) = (Numbers(Rows * Columns, 10), Numbers(Inputs * Rows, 11));
        var settings = Plain with { Adc = new AdcSettings(6, Noise: 1) };
        var (together, alone) = (new float[Inputs * Columns], new float[Columns]);
        new AnalogMatrix(weights, Rows, Columns, settings).Multiply(inputs, Inputs, together);
        var other = new AnalogMatrix(weights, Rows, Columns, settings);
        for (var k = Inputs - 1; k >= 0; k--)
        {
            other.Multiply(inputs.AsSpan(k * Rows, Rows), alone, k);

            // One input is summed by another kernel: its rounding may move a code, its noise may not.
            var step = 4f * Rows / 31;
            for (var j = 0; j < Columns; j++)
            {
                Assert.InRange(alone[j] - together[(k * Columns) + j], -step, step);
            }
        }

        var again = new float[Inputs * Columns];
        other.Multiply(inputs, Inputs, again);
        Assert.Equal(together, again);
    }

    [Fact]
    public void Calibration_uses_the_codes_that_there_are()
    {
        var (weights, inputs) = (Numbers(Rows * Columns, 12), Numbers(Inputs * Rows, 13));
        var (plain, wide, narrow) = (new float[Inputs * Columns], new float[Inputs * Columns], new float[Inputs * Columns]);
        MatrixProduct.MultiplyPlain(inputs, weights, plain, Inputs, Rows, Columns);
        var matrix = new AnalogMatrix(weights, Rows, Columns, Plain with { Adc = new AdcSettings(6) });
        matrix.Multiply(inputs, Inputs, wide);
        matrix.Calibrate(inputs, Inputs);
        matrix.Multiply(inputs, Inputs, narrow);
        Assert.True(Error(narrow) < Error(wide) / 2, $"{Error(narrow)} against {Error(wide)}");

        double Error(float[] found) => Math.Sqrt(found.Zip(plain, (a, b) => (double)(a - b) * (a - b)).Sum());
    }

    [Fact]
    public void Converters_that_are_to_be_calibrated_give_nothing_before()
    {
        var matrix = new AnalogMatrix(Numbers(Rows * Columns, 12), Rows, Columns, Plain with { Adc = new AdcSettings(6, AdcRange.Calibrated) });
        var (input, output) = (Numbers(Rows, 13), new float[Columns]);
        Assert.Contains("Calibrate", Assert.Throws<InvalidOperationException>(() => matrix.Multiply(input, output)).Message, StringComparison.Ordinal);
        matrix.Calibrate(input, 1);
        matrix.Multiply(input, output);
        Assert.Contains(output, value => value != 0);
    }

    [Fact]
    public void Products_allocate_nothing()
    {
        var matrix = new AnalogMatrix(Numbers(Rows * Columns, 14), Rows, Columns, Plain with { InputBits = 4, InputSliceBits = 1, WeightBits = 4, WeightSliceBits = 2, Adc = new AdcSettings(8) });
        var (inputs, output) = (Numbers(Rows, 15), new float[Columns]);
        matrix.Multiply(inputs, output);
        var before = GC.GetAllocatedBytesForCurrentThread();
        matrix.Multiply(inputs, output);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Bad_input_is_refused_with_a_sentence()
    {
        Assert.Contains("row 0, column 1", Assert.Throws<ArgumentException>(() => new AnalogMatrix([1, float.NaN], 1, 2, Plain)).Message, StringComparison.Ordinal);
        Assert.Contains("weight bits: 40", Assert.Throws<ArgumentException>(() => new AnalogMatrix([1], 1, 1, Plain with { WeightBits = 40 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdcSettings(0));
        Assert.Throws<ArgumentException>(() => new AnalogMatrix([1], 1, 1, Plain with { Mapping = WeightMapping.Offset, Adc = new AdcSettings(8) }).Multiply([-1], new float[1]));
    }

    private static float[] Numbers(int count, ulong seed)
    {
        var numbers = new float[count];
        new RandomStream(seed, "analog matrix").FillUniform(numbers);
        return [.. numbers.Select(x => (2 * x) - 1)];
    }
}
