namespace DevicePhys.Fitting;

/// <summary>How the distance between model and measurement is measured.</summary>
public enum Misfit
{
    /// <summary>The difference.</summary>
    Absolute,

    /// <summary>
    /// The difference over the magnitude of the measurement, or over the floor where that is larger. Low measurements count more than they should: noise of a
    /// share s of the value pulls the model down by 2 s² of it, which <see cref="Decades"/> does not.
    /// </summary>
    Relative,

    /// <summary>The difference of the decades: asinh(y/2 floor)/ln 10, which is ±log10(|y|/floor) far above the floor and linear below it, with a sign.</summary>
    Decades,
}
