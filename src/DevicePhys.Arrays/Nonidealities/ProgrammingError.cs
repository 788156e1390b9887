using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Nonidealities;

/// <summary>Programming error: each device ends a normal distance away from its target.</summary>
/// <param name="Absolute">The part of the standard deviation that does not depend on the target [S].</param>
/// <param name="Relative">The part that grows with it, as a fraction of the target; both add as variances.</param>
/// <remarks>An error that would make a conductance negative is drawn anew, so that near 0 S the distribution is a truncated normal.</remarks>
public sealed record ProgrammingError(double Absolute, double Relative) : INonideality
{
    private const int Chunk = 1024;

    /// <inheritdoc/>
    public void Apply(Span<float> conductances, int rows, int columns, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var (absolute, relative) = ((float)(Absolute * Absolute), (float)(Relative * Relative));
        Span<float> normals = stackalloc float[Chunk];
        for (var start = 0; start < conductances.Length; start += Chunk)
        {
            var part = conductances.Slice(start, Math.Min(Chunk, conductances.Length - start));
            random.FillNormal(normals[..part.Length]);
            for (var i = 0; i < part.Length; i++)
            {
                var target = part[i];
                var spread = MathF.Sqrt(absolute + (relative * target * target));
                var error = normals[i];
                while (target + (spread * error) < 0)
                {
                    error = random.NextNormalSingle();
                }

                part[i] = target + (spread * error);
            }
        }
    }
}
