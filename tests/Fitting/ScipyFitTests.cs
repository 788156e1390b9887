using System.Runtime.CompilerServices;
using DevicePhys.Fitting;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Tables;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Fitting;

/// <summary>scipy's least squares as the judge of optima and standard errors.</summary>
public sealed class ScipyFitTests : IDisposable
{
    private const int Points = 81;
    private const double Noise = 0.02;
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(10)]
    [InlineData(0.1)]
    public void Ten_fits_from_starts_ten_times_off_agree_with_scipy(double off)
    {
        var judged = Judge();
        foreach (var curve in FitCurve.All)
        {
            var (x, y) = Data(curve);
            FitParameter[] start = [.. curve.Parameters.Select(p => p with { Start = Math.Clamp(p.Start * off, p.Lower, p.Upper) })];
            var options = curve.Name == "Line" ? new FitOptions { Loss = Loss.Cauchy, LossScale = LossScale(y) } : new FitOptions();
            var fit = MultiStart.Run(CurveFit.Problem(curve, x, y, start), options);
            Assert.True(fit.Converged, $"{curve.Name}: {fit.Outcome}");
            var (values, errors) = (judged[$"{curve.Name}_p"].Values<double>(), judged[$"{curve.Name}_se"].Values<double>());
            for (var k = 0; k < values.Length; k++)
            {
                Assert.True(Math.Abs(fit.Values[k] - values[k]) <= 1e-6 * Math.Abs(values[k]), $"{curve.Name}.{curve.Parameters[k].Name}: {fit.Values[k]:R}, scipy {values[k]:R}");
                Assert.True(Math.Abs(fit.Estimates[k].StandardError - errors[k]) <= 1e-6 * errors[k], $"{curve.Name}.{curve.Parameters[k].Name}: error {fit.Estimates[k].StandardError:R}, scipy {errors[k]:R}");
            }
        }
    }

    // The line has outliers, which is what its loss is for.
    private static (double[] X, double[] Y) Data(FitCurve curve)
    {
        var random = new RandomStream(7, curve.Name);
        double[] x = [.. Enumerable.Range(0, Points).Select(i => curve.From + ((curve.To - curve.From) * i / (Points - 1)))];
        Real[] truth = [.. curve.Parameters.Select(p => (Real)p.Start)];
        double[] clean = [.. x.Select(at => (double)curve.At<Real>(at, truth))];
        var scale = clean.Max(Math.Abs);
        return (x, [.. clean.Select((value, i) => value + (Noise * scale * random.NextNormal()) + (curve.Name == "Line" && i % 9 == 4 ? scale : 0))]);
    }

    private static double LossScale(double[] y) => Noise * y.Max(Math.Abs);

    private IReadOnlyDictionary<string, NpyArray> Judge([CallerFilePath] string here = "")
    {
        var members = new List<KeyValuePair<string, NpyArray>>();
        foreach (var curve in FitCurve.All)
        {
            var (x, y) = Data(curve);
            members.Add(new($"{curve.Name}_x", NpyArray.Of(x)));
            members.Add(new($"{curve.Name}_y", NpyArray.Of(y)));
            members.Add(new($"{curve.Name}_p", NpyArray.Of([.. curve.Parameters.Select(p => p.Start)])));
            members.Add(new($"{curve.Name}_s", NpyArray.Of([LossScale(y)])));
        }

        NpzFile.Save(folder["in.npz"], [.. members]);
        Scipy.Run(Path.Combine(Path.GetDirectoryName(here)!, "scipy_fits.py"), "fits are not compared with scipy", folder["in.npz"], folder["out.npz"]);
        return NpzFile.Load(folder["out.npz"]);
    }
}
