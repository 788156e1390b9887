namespace DevicePhys.Models;

/// <summary>One state of a model: its name, unit, range and starting value.</summary>
/// <param name="Name">The name, unique within the model.</param>
/// <param name="Unit">The unit, empty for a pure number. States are scaled so that their values are of order 1 (counts excepted).</param>
/// <param name="Lower">The lowest value the physics allows.</param>
/// <param name="Upper">The highest value the physics allows.</param>
/// <param name="Initial">The value before any stimulus.</param>
/// <param name="Kind">How the state moves.</param>
public sealed record StateVariable(string Name, string Unit, double Lower, double Upper, double Initial, StateKind Kind = StateKind.Differential);
