using CsCheck;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Numbers;

/// <summary>Equations drawn at random: a list of operations, each on results before it, run in any reading.</summary>
/// <param name="Steps">The operations, each with the places of its operands (taken modulo what is there).</param>
/// <param name="Variables">The values of v, x and T.</param>
/// <param name="Constants">Constants and the values of two parameters.</param>
internal sealed record RandomEquations((int Operation, int First, int Second, int Third)[] Steps, double[] Variables, double[] Constants)
{
    public static readonly string[] Names = ["v", "x", "T"];

    public static Gen<RandomEquations> Gen { get; } = CsCheck.Gen.Select(
        CsCheck.Gen.Select(CsCheck.Gen.Int[0, 13], CsCheck.Gen.Int[0, 999], CsCheck.Gen.Int[0, 999], CsCheck.Gen.Int[0, 999]).Array[1, 40],
        CsCheck.Gen.OneOf(CsCheck.Gen.Double[-3, 3], AnyDouble.OneOf(0.0, 1, -1, 1e-12, -1e3)).Array[3],
        CsCheck.Gen.OneOf(CsCheck.Gen.Double[-3, 3], AnyDouble.OneOf(0.0, 1, -1, 2, 1.380649e-23, 1e12)).Array[5],
        (steps, variables, constants) => new RandomEquations(steps, variables, constants));

    public Dictionary<string, double> Values => Names.Zip(Variables).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The last four results; earlier ones are shared by them.</summary>
    public T[] Run<T>(Func<string, double, T> variable)
        where T : struct, IReal<T>
    {
        List<T> results = [.. Names.Zip(Variables, variable)];
        results.AddRange([Constants[0], Constants[1], Constants[2], T.Parameter("kOff", Constants[3]), T.Parameter("R_on", Constants[4])]);
        foreach (var (operation, first, second, third) in Steps)
        {
            T a = results[first % results.Count], b = results[second % results.Count], c = results[third % results.Count];
            results.Add(operation switch
            {
                0 => a + b,
                1 => a - b,
                2 => a * b,

                // The sign of a zero is the one thing a simplification may change; the quotient by it would show.
                3 => T.Select(T.Abs(b), a / b, c),
                4 => -a,
                5 => T.Exp(a),
                6 => T.Log(a),
                7 => T.Sqrt(a),
                8 => T.Pow(T.Abs(a), b),
                9 => T.Sinh(a),
                10 => T.Cosh(a),
                11 => T.Tanh(a),
                12 => T.Abs(a),
                _ => T.Select(a, b, c),
            });
        }

        return [.. results.TakeLast(4)];
    }
}
