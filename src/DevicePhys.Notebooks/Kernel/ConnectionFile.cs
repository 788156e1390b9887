using System.Text.Json;
using System.Text.Json.Serialization;
using DevicePhys.Errors;

namespace DevicePhys.Notebooks.Kernel;

/// <summary>Where a Jupyter client wants to meet the kernel.</summary>
/// <param name="Transport">"tcp".</param>
/// <param name="Ip">The address.</param>
/// <param name="ShellPort">Requests.</param>
/// <param name="ControlPort">Requests that are not to wait for others: interrupt, shutdown.</param>
/// <param name="IopubPort">What everybody may see: outputs, states.</param>
/// <param name="StdinPort">Questions to the user.</param>
/// <param name="HbPort">The heartbeat.</param>
/// <param name="Key">The secret that messages are signed with; empty for none.</param>
/// <param name="SignatureScheme">"hmac-sha256".</param>
public sealed record ConnectionFile(
    string Transport, string Ip, int ShellPort, int ControlPort, int IopubPort, int StdinPort, int HbPort, string Key, string SignatureScheme = "hmac-sha256")
{
    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>Reads the file that a client has written.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">It cannot be read, or asks for something that is not here.</exception>
    public static ConnectionFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            var file = JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllText(path), Snake)
                ?? throw new DataFileException($"{path}: it is empty, expected a connection file of Jupyter.");
            return file.Transport != "tcp" ? throw new DataFileException($"{path}: the transport is '{file.Transport}', expected 'tcp'.")
                : file.Key.Length > 0 && file.SignatureScheme != "hmac-sha256" ? throw new DataFileException($"{path}: the signature scheme is '{file.SignatureScheme}', expected 'hmac-sha256'.")
                : file;
        }
        catch (JsonException exception)
        {
            throw new DataFileException($"{path}: this is not a connection file of Jupyter ({exception.Message.Split(" Path:")[0].TrimEnd('.')}).", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: the file cannot be read ({exception.Message.TrimEnd('.')}), expected a connection file of Jupyter.", exception);
        }
    }

    /// <summary>The address of a port.</summary>
    internal string Address(int port) => $"{Transport}://{Ip}:{port}";
}
