using System.Runtime.InteropServices;

namespace DevicePhys.Tables;

/// <summary>An array as numpy knows it: numbers of one type in row-major order, and a shape.</summary>
public sealed class NpyArray
{
    private static readonly (string Code, Type Type, int Size)[] Kinds =
        [("<f8", typeof(double), 8), ("<f4", typeof(float), 4), ("<i4", typeof(int), 4), ("|u1", typeof(byte), 1)];

    private readonly Array values;

    private NpyArray(Array values, int[] shape) => (this.values, Shape) = (values, shape);

    /// <summary>The length of every dimension; empty for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The type of the numbers: <see cref="double"/>, <see cref="float"/>, <see cref="int"/> or <see cref="byte"/>.</summary>
    public Type ElementType => values.GetType().GetElementType()!;

    /// <summary>How many numbers there are.</summary>
    public int Length => values.Length;

    /// <summary>numpy's code of the type, such as "&lt;f8".</summary>
    internal string Code => Kinds.First(kind => kind.Type == ElementType).Code;

    /// <summary>The numbers as they lie in memory.</summary>
    internal Span<byte> Bytes => values switch
    {
        double[] doubles => MemoryMarshal.AsBytes(doubles.AsSpan()),
        float[] floats => MemoryMarshal.AsBytes(floats.AsSpan()),
        int[] integers => MemoryMarshal.AsBytes(integers.AsSpan()),
        _ => (byte[])values,
    };

    /// <summary>Makes an array.</summary>
    /// <typeparam name="T">double, float, int or byte.</typeparam>
    /// <param name="values">The numbers in row-major order; not copied.</param>
    /// <param name="shape">The length of every dimension; left out for one dimension.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentException">The type is another one, or the shape does not fit the numbers.</exception>
    public static NpyArray Of<T>(T[] values, params int[] shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(shape);
        shape = shape.Length == 0 ? [values.Length] : [.. shape];
        if (!Kinds.Any(kind => kind.Type == typeof(T)))
        {
            throw new ArgumentException($"Numbers of type {typeof(T).Name} cannot be kept, expected double, float, int or byte.", nameof(values));
        }

        if (Count(shape) != values.Length)
        {
            throw new ArgumentException($"{values.Length} values do not fill the shape ({string.Join(", ", shape)}).", nameof(shape));
        }

        return new NpyArray(values, shape);
    }

    /// <summary>The numbers in row-major order; not copied.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <returns>The array itself.</returns>
    /// <exception cref="InvalidOperationException">They are of another type.</exception>
    public T[] Values<T>()
        where T : unmanaged =>
        // The runtime lets an int[] pass for a uint[]; the exact type is asked for.
        typeof(T) == ElementType ? (T[])values : throw new InvalidOperationException($"The numbers are {ElementType.Name}, not {typeof(T).Name}.");

    /// <summary>The numbers of one array among several.</summary>
    /// <typeparam name="T">The type they should have.</typeparam>
    /// <param name="arrays">The arrays, by name.</param>
    /// <param name="name">The name.</param>
    /// <param name="length">How many numbers there should be.</param>
    /// <returns>The array itself, not copied; null where there is none of this name, type and length.</returns>
    public static T[]? Find<T>(IReadOnlyDictionary<string, NpyArray> arrays, string name, int length)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(arrays);
        return arrays.TryGetValue(name, out var array) && array.ElementType == typeof(T) && array.Length == length ? array.Values<T>() : null;
    }

    /// <summary>The number of elements of a shape; -1 when it is more than an array can hold, or a dimension is negative.</summary>
    internal static int Count(ReadOnlySpan<int> shape)
    {
        var (count, empty) = (1L, false);
        foreach (var length in shape)
        {
            if (length < 0)
            {
                return -1;
            }

            empty |= length == 0;
            count = length == 0 ? count : Math.Min(count * length, int.MaxValue + 1L);
        }

        return empty ? 0 : count <= Array.MaxLength ? (int)count : -1;
    }

    /// <summary>The bytes per element of a type code; 0 when it is not one of ours.</summary>
    internal static int SizeOf(string code) => Kinds.FirstOrDefault(kind => kind.Code == code).Size;

    /// <summary>An array of zeros.</summary>
    internal static NpyArray Zeros(string code, int[] shape) =>
        new(Array.CreateInstance(Kinds.First(kind => kind.Code == code).Type, Count(shape)), shape);
}
