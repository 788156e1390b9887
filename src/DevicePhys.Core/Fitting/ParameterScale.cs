namespace DevicePhys.Fitting;

/// <summary>The scale on which a fit moves a parameter.</summary>
public enum ParameterScale
{
    /// <summary>The value itself.</summary>
    Linear,

    /// <summary>The logarithm of the magnitude, for what spans decades; the sign stays that of the start.</summary>
    Log,
}
