using System.Text.Json;
using System.Text.Json.Nodes;

namespace DevicePhys.Notebooks.Kernel;

/// <summary>The file by which Jupyter knows the kernel.</summary>
public static class KernelSpec
{
    /// <summary>The name in notebooks.</summary>
    public const string Name = "devicephys";

    /// <summary>The name in menus.</summary>
    public const string DisplayName = "C# (DevicePhys)";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The folder of kernels below a prefix, such as /usr/local or a virtual environment.</summary>
    /// <param name="prefix">The prefix.</param>
    public static string FolderOf(string prefix) => Path.Combine(prefix, "share", "jupyter", "kernels", Name);

    /// <summary>The folder of the user's own kernels.</summary>
    /// <remarks>Source: "Jupyter paths" (docs.jupyter.org): JUPYTER_DATA_DIR, else a folder of the platform.</remarks>
    public static string UserFolder()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var data = Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } named ? named
            : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
            : Path.Combine(Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(home, ".local", "share"), "jupyter");
        return Path.Combine(data, "kernels", Name);
    }

    /// <summary>Writes the file.</summary>
    /// <param name="folder">The folder of the kernel; it is made.</param>
    /// <param name="command">The words that start the tool.</param>
    /// <returns>The file.</returns>
    /// <exception cref="Errors.DataFileException">It cannot be written.</exception>
    public static string Install(string folder, IReadOnlyList<string> command)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(command);
        var spec = new JsonObject
        {
            ["argv"] = new JsonArray([.. command.Select(word => (JsonNode)word), "notebook", "kernel", "{connection_file}"]),
            ["display_name"] = DisplayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Errors.DataFileException($"{folder}: the folder cannot be made ({exception.Message.TrimEnd('.')}), expected a writable place; --prefix names another.", exception);
        }

        var path = Path.Combine(folder, "kernel.json");
        WholeFile.Write(path, stream => JsonSerializer.Serialize(stream, spec, Indented));
        return path;
    }
}
