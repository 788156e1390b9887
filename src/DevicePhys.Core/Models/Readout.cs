namespace DevicePhys.Models;

/// <summary>A named way to read a device.</summary>
/// <param name="Name">The name, such as "MTJ conductance".</param>
/// <param name="Unit">The unit: "S" for a conductance, "Ohm" for a Hall resistance.</param>
public sealed record Readout(string Name, string Unit);
