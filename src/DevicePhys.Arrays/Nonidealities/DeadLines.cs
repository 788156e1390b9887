using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Nonidealities;

/// <summary>Dead lines: broken word or bit lines, none of whose cells carries current.</summary>
/// <param name="WordLineShare">The chance that a word line is broken.</param>
/// <param name="BitLineShare">The chance that a bit line is broken.</param>
public sealed record DeadLines(double WordLineShare, double BitLineShare) : INonideality
{
    /// <inheritdoc/>
    public void Apply(Span<float> conductances, int rows, int columns, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        for (var i = 0; i < rows; i++)
        {
            if (random.NextDouble() < WordLineShare)
            {
                conductances.Slice(i * columns, columns).Clear();
            }
        }

        for (var j = 0; j < columns; j++)
        {
            if (random.NextDouble() < BitLineShare)
            {
                for (var i = 0; i < rows; i++)
                {
                    conductances[(i * columns) + j] = 0;
                }
            }
        }
    }
}
