namespace DevicePhys.Studies.MonteCarlo;

/// <summary>A limit that a good device keeps to.</summary>
/// <param name="Output">The name of the output.</param>
/// <param name="Above">Whether a good device lies above the value, else below.</param>
/// <param name="Value">The value, in the SI unit of the output.</param>
public sealed record OutputLimit(string Output, bool Above, double Value)
{
    /// <summary>Whether a device keeps to it; one without a value does not.</summary>
    /// <param name="value">The output of the device.</param>
    public bool IsMet(double value) => Above ? value > Value : value < Value;

    /// <summary>How far a device is from failing, 0 or less for one that fails; a logarithmic distance where both are positive.</summary>
    /// <param name="value">The output of the device.</param>
    public double Excess(double value)
    {
        var distance = value > 0 && Value > 0 ? Math.Log(value / Value) : value - Value;
        return Above ? distance : -distance;
    }
}
