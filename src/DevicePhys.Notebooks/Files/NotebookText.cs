using System.Text;
using DevicePhys.Errors;

namespace DevicePhys.Notebooks.Files;

/// <summary>Reads the text of a notebook file.</summary>
internal static class NotebookText
{
    /// <summary>The largest notebook in bytes.</summary>
    public const long LargestSize = 256L << 20;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text of a file.</summary>
    /// <exception cref="DataFileException">It cannot be read, is too large, or is not UTF-8.</exception>
    public static string Read(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw new DataFileException($"{path}: this is a folder, expected a notebook (.ipynb).");
            if (new FileInfo(path) is { Exists: true, Length: > LargestSize })
                throw new DataFileException($"{path}: the file is too large, expected a notebook of at most {LargestSize >> 20} MB.");
            var bytes = File.ReadAllBytes(path).AsSpan();
            return Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFileException($"{path}: there is no such file, expected a notebook (.ipynb).", exception);
        }
        catch (DecoderFallbackException exception)
        {
            throw new DataFileException($"{path}: byte {exception.Index} is not UTF-8, expected a notebook (.ipynb).", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: the file cannot be read ({exception.Message.TrimEnd('.')}), expected a notebook (.ipynb).", exception);
        }
    }
}
