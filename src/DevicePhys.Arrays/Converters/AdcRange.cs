namespace DevicePhys.Arrays.Converters;

/// <summary>How the full scale of an analog-to-digital converter is chosen.</summary>
public enum AdcRange
{
    /// <summary>The largest current that the array can give: nothing is clipped, most codes are hardly used.</summary>
    Largest,

    /// <summary>One code per unit of input level times weight level: sums are exact as long as they stay within the codes.</summary>
    WholeSteps,

    /// <summary>What a set of sample inputs asked for, see <see cref="Mapping.AnalogMatrix.Calibrate"/>.</summary>
    Calibrated,
}
