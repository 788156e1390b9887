using DevicePhys.Errors;

namespace DevicePhys;

/// <summary>Writes a file so that nobody ever sees half of it.</summary>
public static class WholeFile
{
    /// <summary>Writes under a temporary name in the same folder, then renames.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="DataFileException">The file cannot be written; nothing is left behind and an older file of that name is as it was.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(write);
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Discard(temporary);
            throw new DataFileException($"{path}: the file cannot be written ({exception.Message.TrimEnd('.')}), expected a writable place.", exception);
        }
        catch
        {
            Discard(temporary);
            throw;
        }
    }

    // The reason why it could not be written matters; that its remains could not be removed either does not.
    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}
