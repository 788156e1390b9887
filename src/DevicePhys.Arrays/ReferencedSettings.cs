namespace DevicePhys.Arrays;

/// <summary>How single devices against a reference column stand for weights.</summary>
/// <param name="PotentiationPulses">Potentiation pulses the controller reckons with from one end of the range to the other, above 0.</param>
/// <param name="DepressionPulses">The same for depression.</param>
/// <param name="Rounding">How a wished number of pulses becomes a whole one.</param>
/// <param name="WeightScale">The weight of a device at GMax; one at GMin has the negative of it.</param>
/// <param name="DeviceToDevice">Whether every device is drawn from the table's population, or all are the nominal device.</param>
/// <param name="InitialSpread">Half the width, as a fraction of the range, over which the starting conductances are spread around the reference.</param>
public sealed record ReferencedSettings(
    double PotentiationPulses,
    double DepressionPulses,
    PulseRounding Rounding = PulseRounding.Stochastic,
    double WeightScale = 1,
    bool DeviceToDevice = true,
    double InitialSpread = 0.125)
{
    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Check()
    {
        foreach (var (value, name) in new[]
            { (PotentiationPulses, nameof(PotentiationPulses)), (DepressionPulses, nameof(DepressionPulses)), (WeightScale, nameof(WeightScale)) })
        {
            if (!(value > 0 && double.IsFinite(value)))
            {
                throw new ArgumentException($"{name}: {value} should be a positive number.");
            }
        }

        if (InitialSpread is not (>= 0 and <= 0.5))
        {
            throw new ArgumentException($"{nameof(InitialSpread)}: {InitialSpread} should be between 0 and 0.5.");
        }
    }
}
