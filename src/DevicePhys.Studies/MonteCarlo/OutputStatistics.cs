namespace DevicePhys.Studies.MonteCarlo;

/// <summary>One output over all samples.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its SI unit.</param>
/// <param name="Count">Samples with a finite value.</param>
/// <param name="Missing">Samples without a value: devices that have none, or that could not be followed.</param>
/// <param name="Mean">The mean of the finite values.</param>
/// <param name="StandardDeviation">Their standard deviation.</param>
/// <param name="Interval">The 95 % interval of the mean, with the uncertainty of the fit where the card has one.</param>
/// <param name="FitDeviation">The standard deviation of the mean from draw to draw of fitted numbers; 0 where the card has no uncertainty.</param>
/// <param name="Quantiles">Quantiles with their 95 % intervals; none under importance sampling.</param>
/// <param name="Sensitivity">[Parameters]: Spearman's rank correlation with each; NaN where there is none.</param>
public sealed record OutputStatistics(
    string Name,
    string Unit,
    int Count,
    int Missing,
    double Mean,
    double StandardDeviation,
    Bounds Interval,
    double FitDeviation,
    IReadOnlyList<QuantileEstimate> Quantiles,
    IReadOnlyList<double> Sensitivity);
