using DevicePhys.Arrays;
using DevicePhys.Arrays.Updates;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Arrays.Updates;

/// <summary>Deterministic linear devices of 1000 states: a weight moves by whole multiples of one pulse, and by the mean by what was wished.</summary>
public sealed class UpdateRuleTests
{
    private const int Rows = 5, Columns = 4;
    private static readonly int[] All = [.. Enumerable.Range(0, Rows)];
    private static readonly float[] Input = [0.2f, 0.5f, 0, 1, 0.8f];
    private static readonly float[] Delta = [0.3f, -0.7f, 0.1f, 0];

    [Fact]
    public void Trains_change_weights_by_the_wished_mean()
    {
        const int Updates = 20_000;
        var (array, sums) = (Make(), new double[Rows * Columns]);
        var rule = new CoincidenceUpdates(array, 20, new RandomStream(2, "trains"));
        var (before, after) = (new float[Rows * Columns], new float[Rows * Columns]);
        for (var n = 0; n < Updates; n++)
        {
            // There and back, so that no device meets its end.
            var sign = n % 2 == 0 ? 1 : -1;
            rule.CopyWeights(before);
            rule.Update(new ActiveInput(All, Input), [.. Delta.Select(value => sign * value)], 0.5f * array.WeightPerPulse);
            rule.CopyWeights(after);
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += sign * (after[i] - before[i]) / array.WeightPerPulse;
            }
        }

        for (var i = 0; i < Rows * Columns; i++)
        {
            // A train of chance p per slot has a variance below the mean count, which is below 1.
            Assert.Equal(0.5 * Input[i / Columns] * Delta[i % Columns], sums[i] / Updates, 4.5 / Math.Sqrt(Updates));
        }
    }

    [Fact]
    public void Signs_give_one_pulse_beyond_the_threshold_and_none_below()
    {
        var array = Make();
        var rule = new SignUpdates(array);
        var (before, after) = (new float[Rows * Columns], new float[Rows * Columns]);
        rule.CopyWeights(before);
        rule.Update(new ActiveInput(All, Input), Delta, array.WeightPerPulse / (2 * 0.2f));
        rule.CopyWeights(after);
        for (var i = 0; i < before.Length; i++)
        {
            var wished = Input[i / Columns] * Delta[i % Columns];
            Assert.Equal(Math.Abs(wished) > 0.2 ? Math.Sign(wished) : 0, (after[i] - before[i]) / array.WeightPerPulse, 1e-2);
        }
    }

    [Fact]
    public void A_batch_is_written_once_and_whole()
    {
        var array = Make();
        var rule = new BatchUpdates(array, 4, new RandomStream(4, "batch"));
        var (before, after) = (new float[Rows * Columns], new float[Rows * Columns]);
        rule.CopyWeights(before);
        for (var n = 0; n < 4; n++)
        {
            rule.CopyWeights(after);
            Assert.Equal(before, after);
            rule.Update(new ActiveInput(All, Input), Delta, 10 * array.WeightPerPulse);
        }

        rule.CopyWeights(after);
        for (var i = 0; i < before.Length; i++)
        {
            Assert.Equal(40 * Input[i / Columns] * Delta[i % Columns], (after[i] - before[i]) / array.WeightPerPulse, 1.02);
        }
    }

    [Fact]
    public void A_slow_array_follows_the_fast_one_row_by_row()
    {
        var (fast, slow) = (Make(), Make());
        var joined = new TransferWeights(fast, slow, new TransferSettings(Every: 2, Rate: 0.5, Gain: 0.25));
        var (a, b, both) = (new float[Rows * Columns], new float[Rows * Columns], new float[Rows * Columns]);
        for (var n = 0; n < 2 * Rows; n++)
        {
            joined.Update(new ActiveInput(All, Input), Delta, 20 * fast.WeightPerPulse);
        }

        fast.CopyWeights(a);
        slow.CopyWeights(b);
        joined.CopyWeights(both);
        for (var i = 0; i < both.Length; i++)
        {
            Assert.Equal(b[i] + (0.25f * a[i]), both[i], 1e-6f);
        }

        // Every row was transferred once: weights of both arrays have the same signs where much was wished.
        Assert.True(a[(3 * Columns) + 1] < -0.05 && b[(3 * Columns) + 1] < -0.005, $"{a[13]} and {b[13]}");
        var (sums, plain, back) = (new float[Columns], new float[Columns], new float[Rows]);
        joined.Multiply(new ActiveInput(All, Input), sums);
        joined.MultiplyTransposed(Delta, back);
        for (var j = 0; j < Columns; j++)
        {
            plain[j] = Enumerable.Range(0, Rows).Sum(i => Input[i] * both[(i * Columns) + j]);
            Assert.Equal(plain[j], sums[j], 1e-5f);
        }

        Assert.Equal(Enumerable.Range(0, Columns).Sum(j => Delta[j] * both[(3 * Columns) + j]), back[3], 1e-5f);
    }

    private static SynapseArray Make() => new(Rows, Columns, SyntheticTable.Linear(1000), new SynapseSettings(1, false, 0.5, 0), new RandomStream(1, "rules"));
}
