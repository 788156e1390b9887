using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Devices.Skyrmions;

/// <summary>Pulse slots of a skyrmion card solved without a circuit engine: a voltage divider and the thermal equation.</summary>
internal static class SkyrmionSlot
{
    private const int StepsPerPiece = 400;

    /// <summary>A constant device voltage at a constant temperature.</summary>
    public static PulseSlot Constant(double voltage, double duration, double heating = 0) =>
        new([0, duration], _ => voltage, new Dictionary<string, Func<double, double>> { ["heating"] = _ => heating });

    /// <summary>The slot of one of the card's pulses, through its driver resistance.</summary>
    public static PulseSlot Of(Card card, Pulse pulse)
    {
        var track = card.Si("TrackResistance");
        var peak = pulse.Amplitude * track / (track + card.Pulses.DriverResistance);
        var top = pulse.Edge + pulse.Width;
        double[] breaks = [0, pulse.Edge, top, top + pulse.Edge, pulse.Period];
        double Voltage(double t) => peak * Math.Clamp(Math.Min(t / pulse.Edge, (breaks[3] - t) / pulse.Edge), 0, 1);

        var synapse = Skyrmion.Synapse(card);
        double Rate(double t, double heating) => Skyrmion.Rates(synapse, Voltage(t), Skyrmion.State(0, heating: heating))[3];

        var (times, values) = (new List<double> { 0 }, new List<double> { 0 });
        for (var piece = 0; piece < 3; piece++)
        {
            var h = (breaks[piece + 1] - breaks[piece]) / StepsPerPiece;
            for (var i = 0; i < StepsPerPiece; i++)
            {
                var (t, y) = (breaks[piece] + i * h, values[^1]);
                var k1 = Rate(t, y);
                var k2 = Rate(t + h / 2, y + h / 2 * k1);
                var k3 = Rate(t + h / 2, y + h / 2 * k2);
                var k4 = Rate(t + h, y + h * k3);
                times.Add(breaks[piece] + (i + 1) * h);
                values.Add(y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4));
            }
        }

        var tau = card.Si("ThermalTime");
        double Heating(double t)
        {
            if (t >= times[^1])
            {
                return values[^1] * Math.Exp(-(t - times[^1]) / tau);
            }

            var i = times.BinarySearch(t);
            i = Math.Min(i < 0 ? ~i - 1 : i, times.Count - 2);
            var (h, y0, y1) = (times[i + 1] - times[i], values[i], values[i + 1]);
            var (s, m0, m1) = ((t - times[i]) / h, h * Rate(times[i], y0), h * Rate(times[i + 1], y1));
            return y0 + s * (m0 + s * (3 * (y1 - y0) - 2 * m0 - m1 + s * (2 * (y0 - y1) + m0 + m1)));
        }

        return new PulseSlot(breaks, Voltage, new Dictionary<string, Func<double, double>> { ["heating"] = Heating });
    }

    /// <summary>The mean path of the count over a slot from the mean-field equations, other counts at their initial values.</summary>
    public static double MeanField(Card card, PulseSlot slot, double n)
    {
        const int steps = 1000;
        var synapse = Skyrmion.Synapse(card);
        double[] y = [n, 1];
        double[] Rate(double t, double[] at) =>
            Skyrmion.Rates(synapse, slot.Voltage(t), Skyrmion.State(at[0], at[1], 0, slot.States["heating"](t)))[..2];

        foreach (var (from, to) in slot.Breaks.Zip(slot.Breaks.Skip(1)))
        {
            var h = (to - from) / steps;
            for (var i = 0; i < steps; i++)
            {
                var t = from + i * h;
                var k1 = Rate(t, y);
                var k2 = Rate(t + h / 2, [.. y.Zip(k1, (a, k) => a + h / 2 * k)]);
                var k3 = Rate(t + h / 2, [.. y.Zip(k2, (a, k) => a + h / 2 * k)]);
                var k4 = Rate(t + h, [.. y.Zip(k3, (a, k) => a + h * k)]);
                for (var j = 0; j < y.Length; j++)
                {
                    y[j] += h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
                }
            }
        }

        return y[0];
    }

    /// <summary>One draw of a slot with constant voltage and temperature, by the direct method of Gillespie (1977).</summary>
    public static void Draw(
        DevicePhys.Devices.Skyrmions.SkyrmionSynapse<Real> synapse,
        double voltage,
        double duration,
        double[] state,
        DevicePhys.Sampling.RandomStream random)
    {
        for (var time = 0.0; ;)
        {
            var hazards = Skyrmion.Hazards(synapse, voltage, [.. state.Select(x => (Real)x)]);
            time -= Math.Log(random.NextDouble()) / hazards.Sum();
            if (!(time < duration))
            {
                return;
            }

            var rest = random.NextDouble() * hazards.Sum();
            var channel = 0;
            while (channel < hazards.Length - 1 && rest >= hazards[channel])
            {
                rest -= hazards[channel++];
            }

            synapse.Jump(channel, state, random);
        }
    }

    /// <summary>The mean of the column's count for one row of a transition matrix.</summary>
    public static double Mean(ReadOnlySpan<double> row)
    {
        var mean = 0.0;
        for (var n = 0; n < row.Length; n++)
        {
            mean += n * row[n];
        }

        return mean;
    }

    /// <summary>A distribution after one more slot.</summary>
    public static double[] After(double[] distribution, ReadOnlyMemory<double> matrix)
    {
        var next = new double[distribution.Length];
        for (var i = 0; i < next.Length; i++)
        {
            for (var j = 0; j < next.Length; j++)
            {
                next[j] += distribution[i] * matrix.Span[i * next.Length + j];
            }
        }

        return next;
    }
}
