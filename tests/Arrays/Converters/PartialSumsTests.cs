using DevicePhys.Arrays;
using DevicePhys.Arrays.Converters;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Arrays.Converters;

public sealed class PartialSumsTests
{
    private const int Inputs = 40, Outputs = 8;

    [Theory] // The definition, device by device: currents in units of GMax, each rounded to a code, then the reference taken off.
    [InlineData(2, 8)]
    [InlineData(12.5, 8)]
    [InlineData(50, 3)]
    public void Column_and_reference_are_rounded_before_they_are_subtracted(double ratio, int bits)
    {
        var (weights, plain) = Weights();
        var (sums, codes) = (new PartialSums(weights, ratio, bits), (1 << bits) - 1);
        var (low, random) = (1 / ratio, new RandomStream(2, "inputs"));
        for (var trial = 0; trial < 50; trial++)
        {
            var rows = Enumerable.Range(0, Inputs).Where(_ => random.NextInt(2) == 0).ToArray();
            var output = new float[Outputs];
            sums.Multiply(new ActiveInput(rows, Enumerable.Repeat(1f, rows.Length).ToArray()), output);
            for (var j = 0; j < Outputs; j++)
            {
                var current = rows.Sum(i => low + (1 - low) * 0.5 * (1 + plain[i * Outputs + j]));
                var reference = rows.Length * 0.5 * (1 + low);
                double Code(double value) => Math.Round(codes * value / Inputs);

                // A current next to the edge of a code may be rounded either way.
                var edge = Math.Abs(codes * current / Inputs % 1 - 0.5) < 1e-4 || Math.Abs(codes * reference / Inputs % 1 - 0.5) < 1e-4;
                var expected = 2 * (Code(current) - Code(reference)) / codes * Inputs / (1 - low);
                Assert.True(edge || Math.Abs(expected - output[j]) < 1e-3, $"{expected} against {output[j]}");
            }
        }
    }

    [Fact]
    public void Many_bits_are_exact_and_the_way_back_always_is()
    {
        var (weights, plain) = Weights();
        var sums = new PartialSums(weights, 10, 22);
        var (output, back, exact) = (new float[Outputs], new float[Inputs], new float[Inputs]);
        int[] rows = [.. Enumerable.Range(0, Inputs)];
        sums.Multiply(new ActiveInput(rows, Enumerable.Repeat(1f, Inputs).ToArray()), output);
        Assert.All(Enumerable.Range(0, Outputs), j => Assert.Equal(rows.Sum(i => plain[i * Outputs + j]), output[j], 1e-3));
        float[] delta = [.. Enumerable.Range(0, Outputs).Select(j => (float)Math.Sin(j))];
        sums.MultiplyTransposed(delta, back);
        weights.MultiplyTransposed(delta, exact);
        Assert.Equal(exact, back);
    }

    [Fact]
    public void A_ratio_or_bits_out_of_range_are_refused()
    {
        var (weights, _) = Weights();
        Assert.Throws<ArgumentOutOfRangeException>(() => new PartialSums(weights, 1, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PartialSums(weights, 10, 0));
    }

    private static (FloatWeights Weights, float[] Plain) Weights()
    {
        var weights = new FloatWeights(Inputs, Outputs, 1, new RandomStream(1, "partial sums"));
        var plain = new float[Inputs * Outputs];
        weights.CopyWeights(plain);
        return (weights, plain);
    }
}
