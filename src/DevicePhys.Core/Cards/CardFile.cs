using System.Text;
using DevicePhys.Errors;

namespace DevicePhys.Cards;

/// <summary>Reads the text of a card from a file or a stream of unknown length.</summary>
internal static class CardFile
{
    /// <summary>The largest card in bytes, and in characters.</summary>
    public const int LargestSize = 1_000_000;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text of a file.</summary>
    public static string Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            return Read(stream, path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CardException($"{path}: there is no such file, expected a card file (Model.Name.card.json).", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CardException($"{path}: the file cannot be read, expected a card file (Model.Name.card.json).", exception);
        }
    }

    /// <summary>The text of a stream; what is too long is not read to its end, so that a device file cannot hang the caller.</summary>
    public static string Read(Stream stream, string file)
    {
        var bytes = new byte[LargestSize + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > LargestSize)
        {
            throw TooLarge(file);
        }

        var content = bytes.AsSpan(0, length);
        content = content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException exception)
        {
            throw new CardException($"{file}: byte {exception.Index} is not UTF-8, expected a JSON text in UTF-8.", exception);
        }
    }

    /// <summary>The complaint about a card that is too long.</summary>
    public static CardException TooLarge(string file) => new($"{file}: the file is too large, expected a card of at most 1 MB.");
}
