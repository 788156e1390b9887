namespace DevicePhys.Validation;

/// <summary>The least-squares straight line through some points.</summary>
/// <param name="Intercept">Where it cuts the axis.</param>
/// <param name="Slope">Its slope.</param>
/// <param name="RSquared">The share of the variance it explains.</param>
public sealed record LineFit(double Intercept, double Slope, double RSquared)
{
    /// <summary>Fits the line.</summary>
    /// <param name="x">[Points].</param>
    /// <param name="y">[Points].</param>
    public static LineFit Through(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var (mx, my) = (x.Average(), y.Average());
        double sxx = 0, sxy = 0, syy = 0;
        for (var i = 0; i < x.Count; i++)
        {
            sxx += (x[i] - mx) * (x[i] - mx);
            sxy += (x[i] - mx) * (y[i] - my);
            syy += (y[i] - my) * (y[i] - my);
        }

        return new LineFit(my - sxy / sxx * mx, sxy / sxx, sxy * sxy / (sxx * syy));
    }
}
