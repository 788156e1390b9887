namespace DevicePhys.Simulation;

/// <summary>The coefficients of a stiffly accurate ESDIRK method with an explicit first stage and an embedded error estimate.</summary>
internal sealed class Tableau
{
    private const double TrDiagonal = 1 - (0.5 * 1.4142135623730951);
    private const double TrWeight = 0.25 * 1.4142135623730951;

    private Tableau(double gamma, double[] c, double[][] a, double[] embedded, int errorOrder)
    {
        (Gamma, C, A, ErrorOrder) = (gamma, c, a, errorOrder);
        B = a[^1];
        ErrorWeights = [.. B.Zip(embedded, (weight, other) => weight - other)];
        Predictor = [.. Enumerable.Range(0, c.Length).Select(stage => Extrapolation(c, stage))];
    }

    /// <summary>TR-BDF2: a trapezoidal stage to 2γ, then second-order backward differences (Bank et al., IEEE TED 32, 1992 (1985)).</summary>
    /// <remarks>Third-order companion: Hosea and Shampine, Appl. Numer. Math. 20, 21 (1996).</remarks>
    public static Tableau TrBdf2 { get; } = new(
        TrDiagonal,
        [0, 2 * TrDiagonal, 1],
        [[], [TrDiagonal, TrDiagonal], [TrWeight, TrWeight, TrDiagonal]],
        [(1 - TrWeight) / 3, ((3 * TrWeight) + 1) / 3, TrDiagonal / 3],
        errorOrder: 3);

    /// <summary>ESDIRK4(3)6L[2]SA (Kennedy and Carpenter, Appl. Numer. Math. 44, 139 (2003)).</summary>
    public static Tableau Esdirk4 { get; } = new(
        0.25,
        [0, 0.5, 83 / 250.0, 31 / 50.0, 17 / 20.0, 1],
        [
            [],
            [0.25, 0.25],
            [8611 / 62500.0, -1743 / 31250.0, 0.25],
            [5012029 / 34652500.0, -654441 / 2922500.0, 174375 / 388108.0, 0.25],
            [15267082809 / 155376265600.0, -71443401 / 120774400.0, 730878875 / 902184768.0, 2285395 / 8070912.0, 0.25],
            [82889 / 524892.0, 0, 15625 / 83664.0, 69875 / 102672.0, -2260 / 8211.0, 0.25],
        ],
        [
            4586570599 / 29645900160.0, 0, 178811875 / 945068544.0, 814220225 / 1159782912.0, -3700637 / 11593932.0, 61727 / 225920.0,
        ],
        errorOrder: 4);

    /// <summary>The coefficient of every implicit stage in itself.</summary>
    public double Gamma { get; }

    /// <summary>The times of the stages, as fractions of the step.</summary>
    public double[] C { get; }

    /// <summary>Row i: the coefficients of stages 0 to i in stage i.</summary>
    public double[][] A { get; }

    /// <summary>The weights of the stages in the step: those of the last stage.</summary>
    public double[] B { get; }

    /// <summary>The weights of the stages in the error estimate.</summary>
    public double[] ErrorWeights { get; }

    /// <summary>The power of the step that the error estimate grows with.</summary>
    public int ErrorOrder { get; }

    /// <summary>Row i: the weights of the solutions of stages 0 to i - 1 in a first guess for stage i.</summary>
    public double[][] Predictor { get; }

    /// <summary>The method by name.</summary>
    public static Tableau Of(IntegrationMethod method) => method switch
    {
        IntegrationMethod.Esdirk4 => Esdirk4,
        IntegrationMethod.TrBdf2 => TrBdf2,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such integration method."),
    };

    /// <summary>Lagrange weights through the three earlier stages nearest in time (fewer where there are fewer).</summary>
    private static double[] Extrapolation(double[] c, int stage)
    {
        var weights = new double[stage];
        var nearest = Enumerable.Range(0, stage).OrderBy(j => Math.Abs(c[j] - c[stage])).Take(3).ToArray();
        foreach (var j in nearest)
        {
            weights[j] = 1;
            foreach (var other in nearest.Where(other => other != j))
                weights[j] *= (c[stage] - c[other]) / (c[j] - c[other]);
        }

        return weights;
    }
}
