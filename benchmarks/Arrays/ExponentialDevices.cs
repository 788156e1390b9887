using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Benchmarks.Arrays;

/// <summary>The exponential synapse of the pulse benchmarks.</summary>
internal static class ExponentialDevices
{
    /// <summary>100 pulses from end to end, curvature 2.4, C2C of 3.5 % of the range, D2D of 10 % in the step.</summary>
    public static PulseTable Table()
    {
        const int Bins = 101, Levels = 50;
        var random = new RandomStream(7, "exponential devices");
        return new PulseTable(
            Bins, Levels, Corner(1), [.. Enumerable.Range(0, 32).Select(_ => Corner(1 + (0.1 * random.NextNormal())))], new PulseRecord(1, 1e-6, 1e-6, 0), new PulseRecord(-1, 1e-6, 1e-6, 0), double.PositiveInfinity, null,
            new TableProvenance("Exponential", "", "conductance", "", "none", "0", 0, 7, new Dictionary<string, string>()));

        static TableCorner Corner(double gain)
        {
            var (low, high, normals) = (1e-6, 10e-6, new double[Levels]);
            for (var level = 0; level < Levels; level++)
            {
                normals[level] = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (level + 0.5) / Levels);
            }

            var (up, down) = (new double[Bins * Levels], new double[Bins * Levels]);
            for (var bin = 0; bin < Bins; bin++)
            {
                var x = bin / (Bins - 1.0);
                for (var level = 0; level < Levels; level++)
                {
                    // x' = B − (B − x)·exp(−c/100), B = 1/(1 − exp(−c)), c = 2.4; the mirror image downwards.
                    double Step(double from) => (1 - Math.Exp(-0.024)) * ((1 / (1 - Math.Exp(-2.4))) - from) * gain;
                    up[(bin * Levels) + level] = (high - low) * Math.Clamp(Step(x) + (0.035 * normals[level]), -x, 1 - x);
                    down[(bin * Levels) + level] = (high - low) * Math.Clamp(-Step(1 - x) + (0.035 * normals[level]), -x, 1 - x);
                }
            }

            return new TableCorner(low, high, up, down, new double[Bins]);
        }
    }
}
