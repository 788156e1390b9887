namespace DevicePhys.Studies.Data;

/// <summary>Where data may be found on this machine.</summary>
/// <param name="Data">The folder with the four IDX files that the user named (--data), or null.</param>
/// <param name="Root">The folder that holds mnist/, optdigits/ and measured/ (DEVICEPHYS_DATA), or null.</param>
/// <param name="Cache">The folder in which downloaded MNIST files are kept, or null when the user has none.</param>
public sealed record DataFolders(string? Data, string? Root, string? Cache)
{
    /// <summary>The environment variable that names <see cref="Root"/>.</summary>
    public const string RootVariable = "DEVICEPHYS_DATA";

    /// <summary>Reads the environment and the user's profile.</summary>
    /// <param name="data">The folder the user named on the command line, or null.</param>
    /// <returns>The folders; none of them has been looked into.</returns>
    public static DataFolders FromEnvironment(string? data = null)
    {
        var root = Environment.GetEnvironmentVariable(RootVariable);
        // DoNotVerify: a fresh account has no such folder yet, and the download makes it.
        var profile = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new DataFolders(
            data,
            string.IsNullOrWhiteSpace(root) ? null : root,
            profile.Length == 0 ? null : Path.Combine(profile, "devicephys", "mnist"));
    }
}
