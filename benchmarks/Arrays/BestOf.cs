using System.Diagnostics;

namespace DevicePhys.Benchmarks.Arrays;

/// <summary>The shortest time of an action: what the machine can do when nothing disturbs it.</summary>
internal static class BestOf
{
    /// <summary>Seconds per call, the best of batches of at least a millisecond.</summary>
    public static double Seconds(Action action, double budget = 0.8)
    {
        action();
        var calls = 1;
        double Batch()
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < calls; i++)
            {
                action();
            }

            return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
        }

        while (Batch() * calls < 1e-3)
        {
            calls *= 2;
        }

        var (best, begin) = (double.MaxValue, Stopwatch.GetTimestamp());
        do
        {
            best = Math.Min(best, Batch());
        }
        while (Stopwatch.GetElapsedTime(begin).TotalSeconds < budget);
        return best;
    }
}
