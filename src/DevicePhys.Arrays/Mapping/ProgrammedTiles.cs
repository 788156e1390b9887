using DevicePhys.Arrays.Converters;
using DevicePhys.Arrays.Kernels;
using DevicePhys.Arrays.Wires;

namespace DevicePhys.Arrays.Mapping;

/// <summary>Cuts a matrix into arrays and programs them.</summary>
internal static class ProgrammedTiles
{
    /// <summary>Tiles of a matrix of weights.</summary>
    public static List<MatrixTile> Of(ReadOnlySpan<float> weights, int rows, int columns, AnalogMatrixSettings settings, out double weightPerUnit)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        settings.Check();
        var largest = Largest(weights, rows, columns, settings);
        var slices = new WeightSlices(settings, largest);
        weightPerUnit = largest / slices.Levels;
        var numbers = new double[weights.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = slices.Number(weights[i]);
        }

        var tiles = new List<MatrixTile>();
        for (var slice = 0; slice < slices.Count; slice++)
        {
            var place = slices.Place(slice);
            var zero = slices.Conductance(slices.Shift, slice);
            var shift = settings.Mapping == WeightMapping.Offset ? zero / slices.Unit : 0;
            var current = slice;
            Cut(rows, columns, settings, place, shift, slices.Unit, tiles, settings.Mapping == WeightMapping.ReferenceColumn ? zero : null,
                (i, j) => slices.Conductance(settings.Mapping == WeightMapping.DifferentialPair ? Math.Max(numbers[(i * columns) + j], 0) : numbers[(i * columns) + j] + slices.Shift, current),
                settings.Mapping == WeightMapping.DifferentialPair ? (i, j) => slices.Conductance(Math.Max(-numbers[(i * columns) + j], 0), current) : null);
        }

        return tiles;
    }

    /// <summary>Tiles of pairs of devices as they stand.</summary>
    public static List<MatrixTile> Of(Crossbar? plus, Crossbar? minus, AnalogMatrixSettings settings, out double siemensPerUnit)
    {
        ArgumentNullException.ThrowIfNull(plus);
        ArgumentNullException.ThrowIfNull(minus);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        if (plus.Rows != minus.Rows || plus.Columns != minus.Columns)
        {
            throw new ArgumentException($"The crossbars are {plus.Rows} × {plus.Columns} and {minus.Rows} × {minus.Columns}, expected the same size.", nameof(minus));
        }

        if (settings.Mapping != WeightMapping.DifferentialPair)
        {
            throw new ArgumentException("Two crossbars are a differential pair, expected that mapping.", nameof(settings));
        }

        siemensPerUnit = new WeightSlices(settings, 1).Unit;
        var tiles = new List<MatrixTile>();
        Cut(plus.Rows, plus.Columns, settings, 1, 0, siemensPerUnit, tiles, null, (i, j) => plus[i, j], (i, j) => minus[i, j]);
        return tiles;
    }

    private static void Cut(
        int rows, int columns, AnalogMatrixSettings settings, double place, double shift, double unit, List<MatrixTile> tiles, double? reference,
        Func<int, int, double> plus, Func<int, int, double>? minus)
    {
        for (var row = 0; row < rows; row += Math.Min(settings.TileRows, rows))
        {
            for (var column = 0; column < columns; column += Math.Min(settings.TileColumns, columns))
            {
                var (height, width) = (Math.Min(settings.TileRows, rows - row), Math.Min(settings.TileColumns, columns - column));
                var seen = Effective(row, height, column, width, reference, plus, settings.Wires);
                if (minus is not null)
                {
                    var less = Effective(row, height, column, width, null, minus, settings.Wires);
                    for (var i = 0; i < seen.Length; i++)
                    {
                        seen[i] -= less[i];
                    }
                }

                var bank = settings.Adc is null
                    ? null
                    : new AdcBank(settings.Adc, width, settings.Mapping != WeightMapping.Offset, settings.Seed, (ulong)tiles.Count);
                var (packed, largest) = Pack(seen, height, width, unit);
                tiles.Add(new MatrixTile(row, height, column, width, place, shift, packed, largest, bank));
            }
        }
    }

    /// <summary>[height × width]: what the array is seen as, the current of a reference column subtracted [S].</summary>
    private static double[] Effective(
        int row, int height, int column, int width, double? reference, Func<int, int, double> conductance, WireSettings? wires)
    {
        var all = width + (reference is null ? 0 : 1);
        var cells = new double[height * all];
        for (var i = 0; i < height; i++)
        {
            for (var j = 0; j < all; j++)
            {
                cells[(i * all) + j] = j == width ? reference!.Value : conductance(row + i, column + j);
            }
        }

        if (wires is not null)
        {
            var matrix = new double[cells.Length];
            new WiredCrossbar(cells, height, all, wires).EffectiveMatrix(matrix);
            cells = matrix;
        }

        if (reference is null)
        {
            return cells;
        }

        var difference = new double[height * width];
        for (var i = 0; i < height; i++)
        {
            for (var j = 0; j < width; j++)
            {
                difference[(i * width) + j] = cells[(i * all) + j] - cells[(i * all) + width];
            }
        }

        return difference;
    }

    private static (PackedMatrix Packed, double Largest) Pack(double[] seen, int height, int width, double unit)
    {
        var (values, sums) = (new float[seen.Length], new double[width]);
        for (var i = 0; i < seen.Length; i++)
        {
            values[i] = (float)(seen[i] / unit);
            sums[i % width] += Math.Abs(values[i]);
        }

        return (new PackedMatrix(values, height, width), sums.Max());
    }

    private static double Largest(ReadOnlySpan<float> weights, int rows, int columns, AnalogMatrixSettings settings)
    {
        if (weights.Length != (long)rows * columns)
        {
            throw new ArgumentException($"There are {weights.Length} weights, expected {rows} × {columns}.", nameof(weights));
        }

        var largest = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!float.IsFinite(weights[i]))
            {
                throw new ArgumentException($"The weight of row {i / columns}, column {i % columns} is {weights[i]}, expected a finite one.", nameof(weights));
            }

            largest = Math.Max(largest, Math.Abs(weights[i]));
        }

        return settings.LargestWeight > 0 ? settings.LargestWeight : largest > 0 ? largest : 1;
    }
}
