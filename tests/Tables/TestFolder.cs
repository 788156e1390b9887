namespace DevicePhys.Tests.Tables;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("tables").FullName;

    public string this[string file] => Path.Combine(path, file);

    public string[] Files => [.. Directory.GetFiles(path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(path, recursive: true);
}
