namespace DevicePhys.Circuits.Testbenches;

/// <summary>One adaptive step of the Dormand–Prince 5(4) pair (J. Comput. Appl. Math. 6, 19 (1980)) on a vector that it advances in place.</summary>
/// <param name="derivative">Fills dy/dt from time and y.</param>
/// <param name="y">The vector.</param>
/// <param name="tolerance">Largest error of any component per step.</param>
internal sealed class DormandPrince(Action<double, double[], double[]> derivative, double[] y, double tolerance)
{
    private static readonly double[] Nodes = [0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1, 1];

    private static readonly double[][] Weights =
    [
        [],
        [1.0 / 5],
        [3.0 / 40, 9.0 / 40],
        [44.0 / 45, -56.0 / 15, 32.0 / 9],
        [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729],
        [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656],
        [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84],
    ];

    // Fifth order less fourth order.
    private static readonly double[] Difference =
        [71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40];

    private readonly double[][] slopes = [.. Nodes.Select(_ => new double[y.Length])];
    private readonly double[] trial = new double[y.Length];
    private readonly double[] error = new double[y.Length];

    /// <summary>The vector as it stands.</summary>
    public ReadOnlySpan<double> Value => y;

    /// <summary>The error of the last step tried.</summary>
    public double Error { get; private set; }

    /// <summary>By how much the next step should differ from the last one tried.</summary>
    public double Scale => Math.Clamp(0.9 * Math.Pow(Error / tolerance, -0.2), 0.2, 5);

    /// <summary>Tries a step; the vector moves only when its error is within the tolerance.</summary>
    public bool Try(double time, double step)
    {
        for (var stage = 0; stage < Nodes.Length; stage++)
        {
            y.CopyTo(trial, 0);
            Accumulate(trial, Weights[stage], step);
            derivative(time + Nodes[stage] * step, trial, slopes[stage]);
        }

        // The last stage stands at the end of the step: trial is the fifth-order result.
        Array.Clear(error);
        Accumulate(error, Difference, step);
        Error = 0;
        foreach (var component in error)
        {
            Error = Math.Max(Error, Math.Abs(component));
        }

        if (!(Error <= tolerance))
        {
            return false;
        }

        trial.CopyTo(y, 0);
        return true;
    }

    private void Accumulate(double[] target, double[] weights, double step)
    {
        for (var stage = 0; stage < weights.Length; stage++)
        {
            if (weights[stage] != 0)
            {
                ScaledSum.Add(target, slopes[stage], step * weights[stage]);
            }
        }
    }
}
