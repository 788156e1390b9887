using DevicePhys.Statistics;

namespace DevicePhys.Studies.Mnist;

/// <summary>One setting of a sweep and what it came to.</summary>
/// <param name="Value">The value of the swept quantity.</param>
/// <param name="IsDefault">Whether it is the value of the card or the default setting.</param>
/// <param name="Accuracy">Accuracy of the device network [%].</param>
/// <param name="Runs">[Seeds]: every single accuracy [%].</param>
public sealed record SweepPoint(double Value, bool IsDefault, ConfidenceInterval Accuracy, IReadOnlyList<double> Runs)
{
    /// <summary>In a sweep of the wires: the share of its cells' current that a bit line of the first layer passes on, see <see cref="Arrays.Wires.LossyLine"/>; else null.</summary>
    public double? LineShare { get; init; }
}
