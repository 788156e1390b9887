using DevicePhys.Tables;

namespace DevicePhys.Tests.Arrays;

/// <summary>Pulse tables whose statistics are known exactly, to test arrays with.</summary>
internal static class SyntheticTable
{
    public const double GMin = 20e-6;

    /// <summary>A device of N equal steps; a share of the pulses fails, and every corner has its own step.</summary>
    public static PulseTable Linear(int steps = 16, double success = 1, double step = 1e-6, params double[] gains) =>
        new(
            steps + 1,
            100,
            Corner(steps, success, step),
            [.. gains.Select(gain => Corner(steps, success, gain * step))],
            new PulseRecord(1, 1e-8, 1e-6, 1e-12),
            new PulseRecord(-1, 1e-8, 1e-6, 2e-12),
            double.PositiveInfinity,
            null,
            new TableProvenance("Synthetic.Linear", "", "conductance", "", "none", "0", 100, 0, new Dictionary<string, string>()));

    private static TableCorner Corner(int steps, double success, double step)
    {
        var (up, down) = (new double[(steps + 1) * 100], new double[(steps + 1) * 100]);
        for (var bin = 0; bin <= steps; bin++)
        {
            for (var level = 0; level < 100; level++)
            {
                up[(bin * 100) + level] = bin < steps && level >= 100 * (1 - success) ? step : 0;
                down[(bin * 100) + level] = bin > 0 && level < 100 * success ? -step : 0;
            }
        }

        return new TableCorner(GMin, GMin + (steps * step), up, down, new double[steps + 1]);
    }
}
