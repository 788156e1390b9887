namespace DevicePhys.Fitting;

/// <summary>How a residual counts: a robust loss keeps outliers from ruling the fit.</summary>
public enum Loss
{
    /// <summary>Least squares: z.</summary>
    Squares,

    /// <summary>2 (sqrt(1 + z) - 1): squares near 0, the magnitude far away, smooth.</summary>
    SoftL1,

    /// <summary>z up to 1, then 2 sqrt(z) - 1.</summary>
    Huber,

    /// <summary>ln(1 + z): outliers count almost nothing.</summary>
    Cauchy,
}
