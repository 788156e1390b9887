using DevicePhys.Devices;
using DevicePhys.Devices.PhaseChange;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Devices.PhaseChange;

public sealed class PcmStatisticsTests
{
    private static readonly PcmSampler Sampler = new(DeviceCatalog.Default.Card("PcmStatistical.DopedGst"));

    [Theory] // IBM aihwkit, inference/noise/pcm.py: values computed by a separate program.
    [InlineData(1, 1.0554, 0.049)]
    [InlineData(0.5, 0.9527, 0.049)]
    [InlineData(0.25, 0.6814, 0.049)]
    [InlineData(0.1, 0.4482, 0.0601)]
    public void Programming_spread_and_drift_exponent_are_the_published_ones(double share, double spread, double exponent)
    {
        Assert.Equal(spread, 1e6 * Sampler.ProgrammingSpread(share * 25e-6), 1e-4);
        Assert.Equal(exponent, Sampler.MeanDriftExponent(share * 25e-6), 1e-4);
    }

    [Theory] // Same source: relative read noise 25 s after programming.
    [InlineData(1, 0.0371)]
    [InlineData(0.5, 0.0581)]
    [InlineData(0.25, 0.0912)]
    [InlineData(0.1, 0.1655)]
    public void Read_noise_is_the_published_one(double share, double noise) =>
        Assert.Equal(noise, Sampler.ReadNoise(share * 25e-6, 25), 1e-4);

    [Fact] // Transition of Ornstein-Uhlenbeck processes is exact: many steps or one, the same covariance over a time.
    public void Flicker_noise_does_not_depend_on_the_step()
    {
        double Correlation(int steps, out double variance)
        {
            var random = new RandomStream(1, "flicker", (ulong)steps);
            double product = 0, square = 0;
            for (var i = 0; i < 20000; i++)
            {
                var noise = new FlickerNoise(1e-4, 1, 1e4, random);
                var start = noise.Value;
                for (var k = 0; k < steps; k++)
                    noise.Advance(1e-3 / steps, random);
                product += start * noise.Value / 20000;
                square += noise.Value * noise.Value / 20000;
            }

            variance = square;
            return product;
        }

        var whole = Correlation(1, out var variance);
        var halves = Correlation(2, out var same);

        // Variance of 1/f between 1 Hz and 10 kHz: Q ln(10^4) and one end spacing; three standard errors are 3 %.
        Assert.Equal(1, variance / (1e-4 * Math.Log(1e4) * 17 / 16), 0.03);
        Assert.Equal(1, same / variance, 0.045);
        Assert.Equal(1, halves / whole, 0.06);
    }

    [Fact] // Density Q/f in the middle of the band, by the sum of the Lorentzians' closed form and by the periodogram.
    public void Flicker_noise_has_the_density_of_its_name()
    {
        const int n = 4096;
        var random = new RandomStream(2, "periodogram");
        double power = 0, expected = 0;
        const double step = 1e-3, q = 1e-4;
        for (var run = 0; run < 60; run++)
        {
            var noise = new FlickerNoise(q, 0.01, 1e4, random);
            var values = new double[n];
            for (var i = 0; i < n; i++)
                values[i] = noise.Advance(step, random);
            var mean = values.Average();
            for (var k = 20; k < 60; k++)
            {
                double re = 0, im = 0;
                for (var i = 0; i < n; i++)
                {
                    // A Hann window keeps the low frequencies out of the band.
                    var w = (values[i] - mean) * (1 - Math.Cos(2 * Math.PI * i / n));
                    re += w * Math.Cos(2 * Math.PI * k * i / n);
                    im += w * Math.Sin(2 * Math.PI * k * i / n);
                }

                power += 2 * step / n * (re * re + im * im) / 1.5;
                expected += q * n * step / k;
            }
        }

        Assert.Equal(1, power / expected, 0.15);
    }

    [Theory] // Avrami 1939, closed form.
    [InlineData(2, 4.6749)]
    [InlineData(3, 2.7958)]
    public void Crystallization_from_ten_to_ninety_percent(double n, double ratio) =>
        Assert.Equal(ratio, JohnsonMehlAvrami.TimeTo(0.9, n) / JohnsonMehlAvrami.TimeTo(0.1, n), 1e-4);
}
