using DevicePhys.Cards;

namespace DevicePhys.Devices;

/// <summary>The models and cards that ship with DevicePhys.</summary>
public static class DeviceCatalog
{
    /// <summary>All of them; to add others, build a <see cref="ModelCatalog"/> over this assembly and yours.</summary>
    public static ModelCatalog Default { get; } = new(typeof(DeviceCatalog).Assembly);
}
