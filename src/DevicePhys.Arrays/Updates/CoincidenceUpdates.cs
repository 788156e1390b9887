using System.Numerics;
using DevicePhys.Arrays.Kernels;
using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Updates;

/// <summary>Training by stochastic pulse trains: rows and columns send random pulses, and a device steps where two of them coincide.</summary>
/// <remarks>
/// Gokmen, Vlasov, Front. Neurosci. 10, 333 (2016): in each of the slots of a train row i sends with a chance a·|x|, column j with a chance b·|delta|; a·b times the slots is the learning rate in
/// units of a pulse, and a and b are balanced so that the largest chances on both sides are equal. The mean change is the wished one; changes in one row or column are correlated, which is the
/// price of an array that updates all its cells at once. Chances above 1 are cut: the train is then too short for the rate.
/// </remarks>
public sealed class CoincidenceUpdates : IWeightMatrix
{
    private readonly SynapseArray array;
    private readonly PulseDraws draws;
    private readonly uint[] columnTrains;
    private readonly int slots;

    /// <summary>Puts trains before an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="slots">Slots of a train, 1 to 32.</param>
    /// <param name="random">The source of the trains.</param>
    public CoincidenceUpdates(SynapseArray array, int slots, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(slots, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(slots, 32);
        (this.array, this.slots, draws, columnTrains) = (array, slots, new PulseDraws(random), new uint[array.Columns]);
    }

    /// <inheritdoc/>
    public int Rows => array.Rows;

    /// <inheritdoc/>
    public int Columns => array.Columns;

    /// <inheritdoc/>
    public void Multiply(ActiveInput input, Span<float> output) => array.Multiply(input, output);

    /// <inheritdoc/>
    public void MultiplyTransposed(ReadOnlySpan<float> delta, Span<float> result) => array.MultiplyTransposed(delta, result);

    /// <inheritdoc/>
    public void Update(ActiveInput input, ReadOnlySpan<float> delta, float rate)
    {
        var (rowPeak, columnPeak) = (Peak(input.Values), Peak(delta[..Columns]));
        if (rowPeak == 0 || columnPeak == 0)
        {
            return;
        }

        var perSlot = rate / (slots * array.WeightPerPulse);
        var (rowGain, columnGain) = (MathF.Sqrt(perSlot * columnPeak / rowPeak), MathF.Sqrt(perSlot * rowPeak / columnPeak));
        for (var j = 0; j < Columns; j++)
        {
            columnTrains[j] = Train(columnGain * MathF.Abs(delta[j]));
        }

        for (var k = 0; k < input.Count; k++)
        {
            var train = Train(rowGain * MathF.Abs(input.Values[k]));
            for (var j = 0; train != 0 && j < Columns; j++)
            {
                for (var n = BitOperations.PopCount(train & columnTrains[j]); n > 0; n--)
                {
                    array.Give(input.Rows[k], j, input.Values[k] * delta[j] > 0);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void CopyWeights(Span<float> weights) => array.CopyWeights(weights);

    private uint Train(float chance)
    {
        if (chance == 0)
        {
            return 0;
        }

        var (train, threshold) = (0u, (uint)Math.Min(chance * 16777216.0, 16777216.0));
        for (var slot = 0; slot < slots; slot++)
        {
            train |= draws.Word() >> 8 < threshold ? 1u << slot : 0;
        }

        return train;
    }

    private static float Peak(ReadOnlySpan<float> values)
    {
        var peak = 0f;
        foreach (var value in values)
        {
            peak = MathF.Max(peak, MathF.Abs(value));
        }

        return peak;
    }
}
