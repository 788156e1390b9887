using DevicePhys.Arrays.Nonidealities;
using DevicePhys.Arrays.Wires;

namespace DevicePhys.Studies.Inference;

/// <summary>How trained weights are put into devices and read, again and again with fresh devices.</summary>
/// <param name="GMin">The lowest conductance used [S].</param>
/// <param name="GMax">The highest conductance used [S].</param>
public sealed record InferenceSettings(double GMin, double GMax)
{
    /// <summary>What happens between the wish and the read, in this order: programming, defects, time.</summary>
    public IReadOnlyList<INonideality> Nonidealities { get; init; } = [];

    /// <summary>The noise of every read; null for none.</summary>
    public ReadNoise? ReadNoise { get; init; }

    /// <summary>The curve of the cells; null for ohmic ones.</summary>
    public SinhCurve? Curve { get; init; }

    /// <summary>The wires; null for ideal ones.</summary>
    public WireSettings? Wires { get; init; }

    /// <summary>Networks made, each of devices of its own.</summary>
    public int Instances { get; init; } = 10;

    /// <summary>The seed of all draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Networks at a time; results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is out of range, or two do not go together; the message says which.</exception>
    public void Check()
    {
        if (!(GMin >= 0 && GMax > GMin && double.IsFinite(GMax)))
        {
            throw new ArgumentException($"conductance range: {GMin} S to {GMax} S should satisfy 0 <= GMin < GMax.");
        }

        if (Wires is not null && (ReadNoise is not null || Curve is not null))
        {
            throw new ArgumentException("read noise and non-linear cells act with ideal wires here, expected no wires beside them.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Instances, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
    }
}
