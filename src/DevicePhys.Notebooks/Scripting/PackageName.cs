namespace DevicePhys.Notebooks.Scripting;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version; null for the newest.</param>
internal sealed record PackageName(string Name, string? Version)
{
    /// <summary>As it stands in a cell.</summary>
    public override string ToString() => Version is null ? Name : $"{Name}, {Version}";
}
