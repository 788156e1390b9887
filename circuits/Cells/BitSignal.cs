namespace DevicePhys.Circuits.Cells;

/// <summary>A voltage that stands for a bit: 1 where Plus lies above Minus by more than the threshold.</summary>
/// <param name="Plus">The node that is high for a 1.</param>
/// <param name="Minus">The node it is compared with.</param>
/// <param name="Threshold">How far Plus must lie above Minus [V].</param>
public sealed record BitSignal(string Plus, string Minus, double Threshold = 0)
{
    /// <summary>A device that keeps the bit in its states instead: a 1 where their mean is below 0; null where the bit is a voltage.</summary>
    public string? Device { get; init; }

    /// <summary>How far the signal lies above its threshold [V, or of a state its own unit]: above 0 for a 1.</summary>
    /// <param name="simulation">The circuit, at some time.</param>
    public double Margin(ISimulation simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        if (Device is { } device)
        {
            var sum = 0.0;
            foreach (var state in simulation.State(device))
                sum -= state;
            return sum / simulation.State(device).Length;
        }

        return simulation.Voltage(Plus) - simulation.Voltage(Minus) - Threshold;
    }
}
