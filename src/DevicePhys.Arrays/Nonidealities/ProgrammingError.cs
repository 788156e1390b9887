using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
            var vectors = MemoryMarshal.Cast<float, Vector256<float>>(part);
            var errors = MemoryMarshal.Cast<float, Vector256<float>>(normals);
            for (var v = 0; v < vectors.Length; v++)
            {
                var target = vectors[v];
                var found = target + (Vector256.Sqrt(Vector256.Create(absolute) + (relative * target * target)) * errors[v]);
                if (Vector256.LessThanAny(found, Vector256<float>.Zero))
                {
                    One(part.Slice(v * Vector256<float>.Count, Vector256<float>.Count), normals.Slice(v * Vector256<float>.Count, Vector256<float>.Count), absolute, relative, random);
                }
                else
                {
                    vectors[v] = found;
                }
            }

            var rest = vectors.Length * Vector256<float>.Count;
            One(part[rest..], normals[rest..part.Length], absolute, relative, random);
        }
    }

    private static void One(Span<float> part, ReadOnlySpan<float> errors, float absolute, float relative, RandomStream random)
    {
        for (var i = 0; i < part.Length; i++)
        {
            var (target, error) = (part[i], errors[i]);
            var spread = MathF.Sqrt(absolute + (relative * target * target));
            while (target + (spread * error) < 0)
            {
                error = random.NextNormalSingle();
            }

            part[i] = target + (spread * error);
        }
    }
}
