using System.Numerics;
using System.Runtime.InteropServices;

namespace DevicePhys.Arrays.Kernels;

/// <summary>Many sparse inputs that many matrices are multiplied with, sorted so that six neighbours drive nearly the same rows.</summary>
/// <remarks>
/// A product of six inputs at a time keeps its sums in registers whatever rows it visits, so only rows that at least one of the six drives are visited: exact, and on images
/// three times less work than all rows. Groups are found once: inputs are ordered by the nearest of some pivots, and each group takes the next input and the five of those behind
/// it that add fewest rows. Results come in the sorted order, see <see cref="Order"/>. Thread safe; products allocate nothing.
/// </remarks>
public sealed class GroupedInputs
{
    /// <summary>Inputs of a group.</summary>
    public const int Group = GroupedTile.Rows;

    private const int Pivots = 64;
    private const int Window = 512;

    private readonly int[] order;
    private readonly int[] starts;
    private readonly int[] rows;
    private readonly float[] values;
    private readonly float[] squares;

    /// <summary>Sorts inputs.</summary>
    /// <param name="inputs">[count × width], row-major.</param>
    /// <param name="count">Inputs.</param>
    /// <param name="width">Numbers of an input.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    public GroupedInputs(ReadOnlySpan<float> inputs, int count, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (inputs.Length != (long)count * width)
        {
            throw new ArgumentException($"There are {inputs.Length} numbers, expected {count} × {width}.", nameof(inputs));
        }

        (Count, Width) = (count, width);
        var words = (width + 63) / 64;
        var masks = Masks(inputs, count, width, words);
        order = Sorted(masks, count, words);
        Groups = (count + Group - 1) / Group;
        starts = new int[Groups + 1];
        var (found, packed) = (new List<int>(), new List<float>());
        Span<float> six = stackalloc float[Group];
        for (var group = 0; group < Groups; group++)
        {
            for (var row = 0; row < width; row++)
            {
                six.Clear();
                var driven = false;
                for (var k = 0; k < Group && (group * Group) + k < count; k++)
                {
                    six[k] = inputs[(order[(group * Group) + k] * width) + row];
                    driven |= six[k] != 0;
                }

                if (driven)
                {
                    found.Add(row);
                    packed.AddRange(six);
                }
            }

            starts[group + 1] = found.Count;
        }

        (rows, values, squares) = ([.. found], [.. packed], [.. packed.Select(value => value * value)]);
    }

    /// <summary>Inputs.</summary>
    public int Count { get; }

    /// <summary>Numbers of an input.</summary>
    public int Width { get; }

    /// <summary>Groups of six inputs; the last one may have fewer.</summary>
    public int Groups { get; }

    /// <summary>[Count]: which input stands where in the results.</summary>
    public ReadOnlySpan<int> Order => order;

    /// <summary>Rows visited for a group, on average.</summary>
    public double RowsPerGroup => (double)rows.Length / Groups;

    /// <summary>Products of some groups: their inputs times a matrix.</summary>
    /// <param name="first">The first group.</param>
    /// <param name="count">Groups.</param>
    /// <param name="matrix">The matrix, as many rows as an input has numbers.</param>
    /// <param name="output">[count × 6 × matrix.Stride], row-major, filled; rows beyond the last input are 0.</param>
    /// <param name="squared">Whether the squares of the inputs are multiplied instead.</param>
    public void Multiply(int first, int count, PanelMatrix matrix, Span<float> output, bool squared = false)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Rows != Width || first < 0 || count < 0 || first + count > Groups || output.Length < (long)count * Group * matrix.Stride)
        {
            throw new ArgumentException($"A matrix of {matrix.Rows} rows and room for {output.Length} sums, expected {Width} rows and {count} × {Group} × {matrix.Stride} sums.");
        }

        // Panel by panel: the rows that neighbouring groups share stay in the first-level cache.
        for (var column = 0; column < matrix.Stride; column += PanelMatrix.Panel)
        {
            for (var group = 0; group < count; group++)
            {
                var (from, to) = (starts[first + group], starts[first + group + 1]);
                GroupedTile.Run(
                    rows.AsSpan(from, to - from), (squared ? squares : values).AsSpan(from * Group, (to - from) * Group), matrix, column,
                    output.Slice(group * Group * matrix.Stride, Group * matrix.Stride));
            }
        }
    }

    private static ulong[] Masks(ReadOnlySpan<float> inputs, int count, int width, int words)
    {
        var masks = new ulong[count * words];
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < width; k++)
            {
                masks[(i * words) + (k / 64)] |= inputs[(i * width) + k] != 0 ? 1UL << (k % 64) : 0;
            }
        }

        return masks;
    }

    private static int[] Sorted(ulong[] masks, int count, int words)
    {
        var nearest = new int[count];
        for (var i = 0; i < count; i++)
        {
            var best = int.MaxValue;
            for (var pivot = 0; pivot < Math.Min(Pivots, count); pivot++)
            {
                var distance = 0;
                for (var w = 0; w < words; w++)
                {
                    distance += BitOperations.PopCount(masks[(i * words) + w] ^ masks[(pivot * words) + w]);
                }

                (best, nearest[i]) = distance < best ? (distance, pivot) : (best, nearest[i]);
            }
        }

        var waiting = Enumerable.Range(0, count).OrderBy(i => nearest[i]).ToList();
        var (sorted, union) = (new List<int>(count), new ulong[words]);
        while (waiting.Count > 0)
        {
            Array.Clear(union);
            for (var k = 0; k < Group && waiting.Count > 0; k++)
            {
                var place = k == 0 ? 0 : FewestNew(masks, words, union, CollectionsMarshal.AsSpan(waiting)[..Math.Min(Window, waiting.Count)]);
                var chosen = waiting[place];
                waiting.RemoveAt(place);
                sorted.Add(chosen);
                for (var w = 0; w < words; w++)
                {
                    union[w] |= masks[(chosen * words) + w];
                }
            }
        }

        return [.. sorted];
    }

    private static int FewestNew(ulong[] masks, int words, ulong[] union, ReadOnlySpan<int> candidates)
    {
        var (best, place) = (int.MaxValue, 0);
        for (var c = 0; c < candidates.Length; c++)
        {
            var (more, at) = (0, candidates[c] * words);
            for (var w = 0; w < words; w++)
            {
                more += BitOperations.PopCount(masks[at + w] & ~union[w]);
            }

            (best, place) = more < best ? (more, c) : (best, place);
        }

        return place;
    }
}
