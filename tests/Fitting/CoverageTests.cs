using DevicePhys.Fitting;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Fitting;

/// <summary>How often the 95 % intervals hold the truth. DEVICEPHYS_COVERAGE sets the number of data sets (500 in a full run).</summary>
public sealed class CoverageTests
{
    private const int Points = 60;

    public static TheoryData<string> Curves => [.. FitCurve.All.Where(c => c.Name != "TwoDecays").Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Curves))]
    public void Intervals_hold_the_truth_as_often_as_they_say(string name)
    {
        var sets = int.TryParse(Environment.GetEnvironmentVariable("DEVICEPHYS_COVERAGE"), out var asked) ? asked : 100;
        var curve = FitCurve.All.Single(c => c.Name == name);
        double[] x = [.. Enumerable.Range(0, Points).Select(i => curve.From + ((curve.To - curve.From) * i / (Points - 1)))];
        Real[] truth = [.. curve.Parameters.Select(p => (Real)p.Start)];
        double[] clean = [.. x.Select(at => curve.At<Real>(at, truth).Value)];
        var noise = 0.01 * clean.Max(Math.Abs);
        var hits = 0;
        for (var set = 0; set < sets; set++)
        {
            var random = new RandomStream(5, name, (ulong)set);
            double[] y = [.. clean.Select(value => value + (noise * random.NextNormal()))];
            var fit = LevenbergMarquardt.Run(CurveFit.Problem(curve, x, y));
            hits += fit.Estimates.Count(e => e.Interval.Low <= e.Parameter.Start && e.Parameter.Start <= e.Interval.High);
        }

        var trials = (double)sets * curve.Parameters.Count;

        // Parameters of one fit are correlated: the worst case is one trial per set. Four standard deviations for the short run, 93 to 97 % for the full one.
        var room = sets >= 500 ? 0.02 : 4 * Math.Sqrt(0.05 * 0.95 / sets);
        Assert.InRange(hits / trials, 0.95 - room, 0.95 + room);
        TestContext.Current.SendDiagnosticMessage($"{name}: {hits / trials:0.0000} of {trials} intervals");
    }
}
