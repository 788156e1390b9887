using DevicePhys.Arrays.Converters;
using DevicePhys.Arrays.Kernels;

namespace DevicePhys.Arrays.Mapping;

/// <summary>One array's part of a matrix: where it stands, what it is seen from outside, and the converters behind it.</summary>
/// <param name="Row">The first input.</param>
/// <param name="Rows">Its inputs.</param>
/// <param name="Column">The first output.</param>
/// <param name="Columns">Its outputs.</param>
/// <param name="Place">What a unit of it counts in the sum.</param>
/// <param name="Shift">What a unit of input adds to every sum and is subtracted after conversion.</param>
/// <param name="Seen">[Rows × Columns]: the effective matrix in units of one level of conductance, reference subtracted.</param>
/// <param name="Largest">The largest sum of the absolute values in a column of <paramref name="Seen"/>.</param>
/// <param name="Converters">The converters; null when there are none.</param>
internal sealed record MatrixTile(
    int Row, int Rows, int Column, int Columns, double Place, double Shift, PackedMatrix Seen, double Largest, AdcBank? Converters);
