using System.IO.Compression;
using System.Text;
using DevicePhys.Tables;

namespace DevicePhys.Tests.Tables;

/// <summary>Hand-made .npy members and .npz files, right and wrong.</summary>
internal static class NpyFixtures
{
    public static List<KeyValuePair<string, NpyArray>> Arrays { get; } =
    [
        new("doubles", NpyArray.Of([1.5, -2, double.Epsilon, double.MaxValue, double.NaN, double.NegativeInfinity], 2, 3)),
        new("floats", NpyArray.Of([1.5f, -2, float.Epsilon], 3)),
        new("integers", NpyArray.Of([int.MinValue, -1, 0, int.MaxValue], 1, 2, 2)),
        new("bytes", NpyArray.Of("\u0000{}"u8.ToArray())),
        new("nothing", NpyArray.Of(Array.Empty<double>(), 0, 7)),
    ];

    public static byte[] Written(IReadOnlyList<KeyValuePair<string, NpyArray>> arrays)
    {
        using var stream = new MemoryStream();
        NpzFile.Write(stream, arrays);
        return stream.ToArray();
    }

    /// <summary>A member with any header text; version 1 unless told otherwise.</summary>
    public static byte[] Npy(string header, byte[] data, byte version = 1)
    {
        var text = Encoding.UTF8.GetBytes(header);
        byte[] length = version == 1 ? [(byte)text.Length, (byte)(text.Length >> 8)] : BitConverter.GetBytes(text.Length);
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. text, .. data];
    }

    public static string Header(string code = "<f8", string order = "False", string shape = "(1,)") =>
        $"{{'descr': '{code}', 'fortran_order': {order}, 'shape': {shape}, }}\n";

    public static byte[] Zip(CompressionLevel level, params (string Name, byte[] Data)[] members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, data) in members)
            {
                using var member = archive.CreateEntry(name, level).Open();
                member.Write(data);
            }
        }

        return stream.ToArray();
    }

    public static IReadOnlyDictionary<string, NpyArray> Read(byte[] file, long limit = NpzFile.DefaultLimit) =>
        NpzFile.Read(new MemoryStream(file), "x.npz", limit);
}
