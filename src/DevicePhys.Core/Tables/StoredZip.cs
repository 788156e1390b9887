using System.Buffers.Binary;
using System.Text;

namespace DevicePhys.Tables;

/// <summary>Writes a zip file of uncompressed members, the same bytes for the same members on every machine.</summary>
/// <remarks>
/// The layout is that of PKWARE's APPNOTE 6.3 without extensions: at most 4 GB in all and 65,535 members, all dated 1980-01-01. The
/// library's ZipArchive would write the operating system into every entry, and a table's hash is that of its file.
/// </remarks>
internal sealed class StoredZip(Stream stream)
{
    private const uint LocalSignature = 0x04034B50;
    private const uint CentralSignature = 0x02014B50;
    private const uint EndSignature = 0x06054B50;
    private const ushort Version = 20;
    private const ushort FirstDay = (1 << 5) | 1;

    private readonly List<(byte[] Name, uint Crc, uint Size, uint Offset)> members = [];
    private uint position;

    /// <summary>Adds a member, given in two parts.</summary>
    public void Add(string name, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var bytes = Encoding.ASCII.GetBytes(name);
        var size = checked((uint)head.Length + (uint)body.Length);
        var member = (bytes, Crc32.Append(Crc32.Append(0, head), body), size, position);
        members.Add(member);
        Write32(LocalSignature);
        WriteCommon(member);
        Write16(0);
        Write(bytes);
        Write(head);
        Write(body);
    }

    /// <summary>Writes the directory that ends the file.</summary>
    public void Finish()
    {
        var start = position;
        foreach (var member in members)
        {
            Write32(CentralSignature);
            Write16(Version);
            WriteCommon(member);
            Write16(0); // Extra field, comment, disk, internal and external attributes: none.
            Write16(0);
            Write16(0);
            Write16(0);
            Write32(0);
            Write32(member.Offset);
            Write(member.Name);
        }

        var size = position - start;
        Write32(EndSignature);
        Write32(0);
        Write16(checked((ushort)members.Count));
        Write16((ushort)members.Count);
        Write32(size);
        Write32(start);
        Write16(0);
    }

    // What the local and the central header share: version needed, flags, method 0 (stored), time, date, check sum, both sizes, name.
    private void WriteCommon((byte[] Name, uint Crc, uint Size, uint Offset) member)
    {
        Write16(Version);
        Write16(0);
        Write16(0);
        Write16(0);
        Write16(FirstDay);
        Write32(member.Crc);
        Write32(member.Size);
        Write32(member.Size);
        Write16((ushort)member.Name.Length);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        position = checked(position + (uint)bytes.Length);
        stream.Write(bytes);
    }

    private void Write16(ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        Write(bytes);
    }

    private void Write32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        Write(bytes);
    }
}
