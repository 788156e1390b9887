using System.Reflection;

namespace DevicePhys;

/// <summary>The version of DevicePhys, as every record it writes names it.</summary>
public static class DevicePhysVersion
{
    /// <summary>The version, such as "0.1.0".</summary>
    public static string Current { get; } =
        typeof(DevicePhysVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
