using DevicePhys.Arrays;
using DevicePhys.Arrays.Converters;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Arrays.Converters;

public sealed class ConvertedWeightsTests
{
    private const int Rows = 6, Columns = 4;
    private static readonly int[] All = [.. Enumerable.Range(0, Rows)];

    [Fact]
    public void Sums_are_rounded_to_codes_forwards_and_backwards()
    {
        var plain = new FloatWeights(Rows, Columns, 1, new RandomStream(3, "converted"));
        var converted = new ConvertedWeights(plain, new AdcSettings(5), 3, 1, 0);
        float[] x = [0.3f, 1, 0, 0.7f, 0.2f, 0.9f], delta = [0.02f, -0.01f, 0.03f, 0.005f];
        var (sums, codes, back, backCodes) = (new float[Columns], new float[Columns], new float[Rows], new float[Rows]);
        plain.Multiply(new ActiveInput(All, x), sums);
        converted.Multiply(new ActiveInput(All, x), codes);
        for (var j = 0; j < Columns; j++)
        {
            Assert.Equal(3f / 15 * MathF.Round(sums[j] * 15 / 3), codes[j], 1e-5f);
        }

        plain.MultiplyTransposed(delta, back);
        converted.MultiplyTransposed(delta, backCodes);
        var largest = back.Max(Math.Abs);
        for (var i = 0; i < Rows; i++)
        {
            Assert.Equal(largest / 15 * MathF.Round(back[i] * 15 / largest), backCodes[i], 1e-6f);
        }

        converted.MultiplyTransposed(new float[Columns], backCodes);
        Assert.All(backCodes, value => Assert.Equal(0, value));
    }
}
