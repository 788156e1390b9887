namespace DevicePhys.Studies.Fitting;

/// <summary>One measured curve beside the model at the fitted parameters.</summary>
/// <param name="Name">What it is, such as "LTP".</param>
/// <param name="X">The points.</param>
/// <param name="Measured">[X].</param>
/// <param name="Model">[X].</param>
/// <param name="Quantity">What y is, with its SI unit in brackets, such as "Conductance [S]".</param>
/// <param name="Abscissa">What x is, such as "Pulse number" or "Voltage [V]".</param>
public sealed record FittedCurve(string Name, double[] X, double[] Measured, double[] Model, string Quantity, string Abscissa)
{
    /// <summary>[X]: half the width of the 95 % band of the model [unit of y], see <see cref="DevicePhys.Fitting.FitBand"/>; null where none is known.</summary>
    public double[]? HalfWidth { get; init; }

    /// <summary>The root mean square of the differences [unit of y].</summary>
    public double Rmse => Math.Sqrt(X.Select((_, i) => Math.Pow(Model[i] - Measured[i], 2)).Average());

    /// <summary>The same over the range of the measurement.</summary>
    public double NormalisedRmse => Rmse / (Measured.Max() - Measured.Min());
}
