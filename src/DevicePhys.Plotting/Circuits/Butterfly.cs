namespace DevicePhys.Plotting;

/// <summary>The two transfer curves of a static cell, one over the other, with the largest squares between them.</summary>
/// <param name="Name">The condition, such as "read".</param>
/// <param name="Inputs">[Points] [V]: the voltage of the driven node, ascending.</param>
/// <param name="First">[Points] [V]: node q with qb driven.</param>
/// <param name="Second">[Points] [V]: node qb with q driven.</param>
/// <param name="Squares">Lower left corner (qb, q) and side of each square [V]; one whose side is not above 0 is a lobe that has closed, and is not drawn.</param>
public sealed record Butterfly(
    string Name, IReadOnlyList<double> Inputs, IReadOnlyList<double> First, IReadOnlyList<double> Second, IReadOnlyList<(double X, double Y, double Side)> Squares);
