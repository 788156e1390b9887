using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Cells;

/// <summary>A drive of either sign as two that are never below 0.</summary>
internal static class SignedDrive
{
    /// <summary>Splits a waveform of straight lines with finitely many corners.</summary>
    /// <returns>What is above 0, and what is below it with its sign turned.</returns>
    public static (Waveform Positive, Waveform Negative) Split(Waveform drive)
    {
        var (times, values) = (new List<double> { 0 }, new List<double> { drive.At(0) });
        for (var time = drive.NextBreak(0); double.IsFinite(time); time = drive.NextBreak(time))
        {
            var value = drive.At(time);
            if (value * values[^1] < 0)
            {
                times.Add(times[^1] + ((time - times[^1]) * values[^1] / (values[^1] - value)));
                values.Add(0);
            }

            times.Add(time);
            values.Add(value);
        }

        return (Part(1), Part(-1));

        Waveform Part(int sign) => new PiecewiseLinear(times, [.. values.Select(value => Math.Max(0, sign * value))]);
    }
}
