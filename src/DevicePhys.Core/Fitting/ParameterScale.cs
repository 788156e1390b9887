namespace DevicePhys.Fitting;

/// <summary>The scale on which a fit moves a parameter.</summary>
public enum ParameterScale
{
    /// <summary>The value itself.</summary>
    Linear,

    /// <summary>The logarithm of the value, for what spans decades; value and bounds are above 0.</summary>
    Log,
}
