namespace DevicePhys.Plotting;

/// <summary>How the accuracy of one kind of network grew.</summary>
/// <param name="Name">Its name in the legend, such as "ideal" or "skyrmion".</param>
/// <param name="Points">Against presentations: the mean accuracy over the runs and its confidence interval [%].</param>
/// <param name="Runs">[Runs × Points], [%]: every single run; may be empty.</param>
public sealed record AccuracySeries(string Name, IReadOnlyList<BandPoint> Points, IReadOnlyList<IReadOnlyList<double>> Runs);
