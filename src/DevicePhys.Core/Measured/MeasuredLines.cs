using System.IO.Compression;
using System.Text;
using DevicePhys.Errors;

namespace DevicePhys.Measured;

/// <summary>The lines of a text file, with or without gzip, in UTF-8 or UTF-16.</summary>
internal static class MeasuredLines
{
    private const long LargestFile = 1L << 30;

    public static List<string> Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > LargestFile)
                throw new DataFileException($"{path}: the file has {file.Length >> 20} MB, expected at most {LargestFile >> 20} MB.");
            var packed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            using Stream stream = packed ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            var lines = new List<string>();
            for (long size = 0; reader.ReadLine() is { } line;)
            {
                if ((size += line.Length + 1) > LargestFile)
                    throw new DataFileException($"{path}: line {lines.Count + 1}: the text is longer than {LargestFile >> 20} MB, expected a measurement.");
                if (line.Contains('\0'))
                    throw new DataFileException($"{path}: line {lines.Count + 1}: it holds binary data, expected text.");
                lines.Add(line);
            }

            return lines;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or NotSupportedException)
        {
            throw new DataFileException($"{path}: the file cannot be read ({exception.Message.TrimEnd('.')}), expected a text file.", exception);
        }
    }
}
