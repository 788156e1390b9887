using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Nonidealities;

/// <summary>One way in which an array does not hold what it should: it changes conductances.</summary>
/// <remarks>Implementations are immutable and thread safe; all chance comes from the stream, so that equal streams give equal bits.</remarks>
public interface INonideality
{
    /// <summary>Changes the conductances of one array.</summary>
    /// <param name="conductances">[rows × columns], row-major, changed in place [S].</param>
    /// <param name="rows">Word lines.</param>
    /// <param name="columns">Bit lines.</param>
    /// <param name="random">The source of all draws.</param>
    void Apply(Span<float> conductances, int rows, int columns, RandomStream random);
}
