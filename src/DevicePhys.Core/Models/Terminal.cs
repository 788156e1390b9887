namespace DevicePhys.Models;

/// <summary>A terminal of a device with more than two of them.</summary>
/// <param name="Name">The name, such as "gate".</param>
/// <param name="Conducts">Whether a steady current can flow through it; false for an insulated gate, which only charges.</param>
public sealed record Terminal(string Name, bool Conducts = true);
