using DevicePhys.Fitting;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Fitting;

/// <summary>One of ten curves with the parameters its data are made from.</summary>
internal sealed class FitCurve(string name, double from, double to, params IReadOnlyList<FitParameter> truth) : IFormula
{
    public string Name => name;

    public double From => from;

    public double To => to;

    public IReadOnlyList<FitParameter> Parameters => truth;

    public static IReadOnlyList<FitCurve> All { get; } =
    [
        new("Decay", 0, 4, Log("a", 2.5), Log("b", 0.8)),
        new("TwoDecays", 0, 10, Log("a", 1), Log("t", 0.5), Log("b", 0.5), Log("s", 5)),
        new("Rise", 0, 1, Log("lo", 3e-9), Log("hi", 4e-8), new("c", 2, Lower: 1e-3, Upper: 50)),
        new("Leak", -1, 1, Log("i", 2.5e-7), Log("v", 0.33), Log("r", 4.3e5)),
        new("Weibull", 1, 120, Log("t", 47), Log("k", 2.5)),
        new("Logistic", -5, 5, Log("a", 3), new("b", 0.7, Lower: -20, Upper: 20), Log("c", 0.9)),
        new("Power", 1, 100, Log("a", 1e-5), Log("n", 0.6), Log("c", 1e-6)),
        new("Peak", 0, 10, Log("a", 5), Log("b", 4), Log("c", 1.2)),
        new("Saturation", 0.1, 20, Log("a", 200), Log("b", 4)),
        new("Line", 0, 10, new("a", 1, Lower: -100, Upper: 100), new("b", 2, Lower: -100, Upper: 100)),
    ];

    public T At<T>(double x, ReadOnlySpan<T> p)
        where T : struct, IReal<T> => name switch
        {
            "Decay" => p[0] * T.Exp(-(p[1] * x)),
            "TwoDecays" => p[0] * T.Exp(-(x / p[1])) + p[2] * T.Exp(-(x / p[3])),
            "Rise" => p[0] + (p[1] - p[0]) * (1 - T.Exp(-(p[2] * x))) / (1 - T.Exp(-p[2])),
            "Leak" => p[0] * T.Sinh(x / p[1]) + x / p[2],
            "Weibull" => 0.5 * (1 - T.Exp(-T.Pow(x / p[0], p[1]))),
            "Logistic" => p[0] / (1 + T.Exp(-((x - p[1]) / p[2]))),
            "Power" => p[0] * T.Pow(x, -p[1]) + p[2],
            "Peak" => p[0] * T.Exp(-0.5 * ((x - p[1]) / p[2]) * ((x - p[1]) / p[2])),
            "Saturation" => p[0] * x / (p[1] + x),
            _ => p[0] + p[1] * x,
        };

    private static FitParameter Log(string name, double truth) =>
        new(name, truth, Lower: truth * 1e-3, Upper: truth * 1e3, Scale: ParameterScale.Log);
}
