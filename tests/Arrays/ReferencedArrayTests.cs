using DevicePhys.Arrays;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Arrays;

public sealed class ReferencedArrayTests
{
    private const int Rows = 30;
    private const int Columns = 11;

    [Fact]
    public void Products_are_those_of_the_weights()
    {
        var array = Make(PulseRounding.Stochastic);
        var weights = Weights(array);
        int[] rows = [0, 3, 4, 29];
        float[] input = [1, 0.5f, 0.25f, 1];
        var (output, back) = (new float[Columns], new float[Rows]);
        array.Multiply(new ActiveInput(rows, input), output);
        for (var j = 0; j < Columns; j++)
        {
            Assert.Equal(Enumerable.Range(0, 4).Sum(k => (double)input[k] * weights[rows[k] * Columns + j]), output[j], 2e-5);
        }

        var delta = Enumerable.Range(0, Columns).Select(j => 0.1f * (j - 5)).ToArray();
        array.MultiplyTransposed(delta, back);
        for (var i = 0; i < Rows; i++)
        {
            Assert.Equal(Enumerable.Range(0, Columns).Sum(j => (double)delta[j] * weights[i * Columns + j]), back[i], 2e-5);
        }
    }

    [Fact]
    public void Weights_start_spread_evenly_around_0()
    {
        var weights = Weights(Make(PulseRounding.Nearest));
        Assert.Equal(0, weights.Average(), 0.06);
        Assert.InRange(weights.Max(), 0.4, 0.5);
        Assert.InRange(weights.Min(), -0.5, -0.4);
    }

    [Theory] // Wishes in pulses, of a device of 64 equal steps for weights from -1 to 1; the nearest whole number is given.
    [InlineData(0.49f, 0)]
    [InlineData(0.51f, 1)]
    [InlineData(-0.51f, -1)]
    [InlineData(2.4f, 2)]
    [InlineData(-2.6f, -3)]
    public void Nearest_rounding_gives_whole_pulses(float wish, int pulses)
    {
        var array = Make(PulseRounding.Nearest);
        var before = Weights(array);
        array.Update(new ActiveInput([7], [0.5f]), [.. Enumerable.Repeat(wish * 2 / 64, Columns)], 2);
        var after = Weights(array);
        for (var i = 0; i < before.Length; i++)
        {
            Assert.Equal(i / Columns == 7 ? pulses : 0, (after[i] - before[i]) * 32, 1e-3);
        }

        Assert.Equal(Math.Abs(pulses) * Columns, array.PotentiationPulses + array.DepressionPulses);
        Assert.Equal(pulses < 0, array.DepressionPulses > 0);
    }

    [Theory]
    [InlineData(0, 64, 1, "PotentiationPulses")]
    [InlineData(64, double.NaN, 1, "DepressionPulses")]
    [InlineData(64, 64, -1, "WeightScale")]
    public void A_setting_out_of_range_is_named(double up, double down, double scale, string name) =>
        Assert.StartsWith(name, Assert.Throws<ArgumentException>(() => new ReferencedArray(
            2, 2, SyntheticTable.Linear(), new ReferencedSettings(up, down, WeightScale: scale), new RandomStream(1, "array"))).Message, StringComparison.Ordinal);

    private static ReferencedArray Make(PulseRounding rounding) => new(
        Rows, Columns, SyntheticTable.Linear(64), new ReferencedSettings(64, 64, rounding, InitialSpread: 0.25), new RandomStream(1, "array"));

    private static float[] Weights(ReferencedArray array)
    {
        var weights = new float[Rows * Columns];
        array.CopyWeights(weights);
        return weights;
    }
}
