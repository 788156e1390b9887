using DevicePhys.Errors;

namespace DevicePhys.Tables;

/// <summary>Takes arrays of a given type and shape out of a file, or says which one is wrong.</summary>
internal sealed class MemberReader(IReadOnlyDictionary<string, NpyArray> members, string file)
{
    /// <summary>The length of the first dimension, at least 1.</summary>
    public int Rows(string name) => members[name].Shape is [> 0 and var rows, ..]
        ? rows
        : throw new DataFileException($"{file}: {name}: it is empty, expected at least one row.");

    /// <summary>Doubles of a shape.</summary>
    public double[] Doubles(string name, params ReadOnlySpan<int> shape)
    {
        var array = members[name];
        return array.ElementType == typeof(double) && shape.SequenceEqual([.. array.Shape])
            ? array.Values<double>()
            : throw new DataFileException(
                $"{file}: {name}: it is {array.Code} ({string.Join(" × ", array.Shape)}), expected <f8 ({string.Join(" × ", shape.ToArray())}).");
    }

    /// <summary>Bytes in one dimension.</summary>
    public byte[] Bytes(string name)
    {
        var array = members[name];
        return array.ElementType == typeof(byte)
            ? array.Values<byte>()
            : throw new DataFileException($"{file}: {name}: it is {array.Code}, expected bytes (|u1).");
    }
}
