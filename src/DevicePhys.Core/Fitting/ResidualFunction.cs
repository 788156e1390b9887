namespace DevicePhys.Fitting;

/// <summary>The residuals of a fit and their slopes.</summary>
/// <param name="parameters">[Parameters]: all of them, in the order of the problem.</param>
/// <param name="residuals">[Residuals]: where the residuals go; model minus data over its scale.</param>
/// <param name="slopes">[Residuals × Parameters], row-major: where d(residual)/d(parameter) goes; empty when nobody wants slopes.</param>
/// <remarks>A residual that is not a number refuses the point: the fit takes a shorter step.</remarks>
public delegate void ResidualFunction(ReadOnlySpan<double> parameters, Span<double> residuals, Span<double> slopes);
