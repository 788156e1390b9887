namespace DevicePhys.Simulation;

/// <summary>The ends of the ranges of a system's unknowns, and whether a step has passed one that no exact solution passes.</summary>
/// <remarks>
/// A rate that stops within a narrow band before an end bends faster than a long step can see: neither the error estimate, filtered by the stiff slope
/// of that band, nor the curvature that Newton's method has learnt before it tells. The equations do: beyond a stop they lead back, or
/// nowhere once the voltage is gone, while a state that leaves its range for good is driven on.
/// </remarks>
internal sealed class StateEnds
{
    // A state that has left during the step moves on by about its excess in another such step.
    private const double Driven = 0.1;

    private readonly int[] unknowns;
    private readonly double[] lower, upper;

    /// <summary>Takes the finite ranges of a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="slack">How far beyond an end still counts as at the end, as a fraction of the range.</param>
    public StateEnds(IImplicitSystem system, double slack)
    {
        unknowns = [.. Enumerable.Range(0, system.UnknownCount).Where(i => double.IsFinite(Width(system.Range(i))))];
        lower = [.. unknowns.Select(i => system.Range(i).Lower - (slack * Width(system.Range(i))))];
        upper = [.. unknowns.Select(i => system.Range(i).Upper + (slack * Width(system.Range(i))))];
    }

    /// <summary>Whether a step ends beyond an end that it started within.</summary>
    /// <param name="start">[UnknownCount].</param>
    /// <param name="end">[UnknownCount].</param>
    public bool AreLeft(double[] start, double[] end)
    {
        for (var e = 0; e < unknowns.Length; e++)
        {
            var i = unknowns[e];
            if ((end[i] < lower[e] && start[i] >= lower[e]) || (end[i] > upper[e] && start[i] <= upper[e]))
                return true;
        }

        return false;
    }

    /// <summary>Whether everything that is beyond an end is driven further out there.</summary>
    /// <param name="length">The length of the step [s].</param>
    /// <param name="end">[UnknownCount].</param>
    /// <param name="residual">[UnknownCount]: of the equations without charges, minus the rate of a state [1/s].</param>
    public bool AreDriven(double length, double[] end, double[] residual)
    {
        for (var e = 0; e < unknowns.Length; e++)
        {
            var i = unknowns[e];
            if ((end[i] < lower[e] && !(residual[i] * length >= Driven * (lower[e] - end[i])))
                || (end[i] > upper[e] && !(-residual[i] * length >= Driven * (end[i] - upper[e]))))
                return false;
        }

        return true;
    }

    private static double Width((double Lower, double Upper) range) => range.Upper - range.Lower;
}
