using DevicePhys.Devices;
using DevicePhys.Devices.PhaseChange;
using DevicePhys.Sampling;

namespace DevicePhys.Validation.PhaseChange;

/// <summary>The statistics of a phase-change array: programming spread, drift, read noise.</summary>
public sealed class PcmArrayStatistics : IValidation
{
    private const double GMax = 25e-6;
    private const int Devices = 20000;

    /// <inheritdoc/>
    public string Id => "V15";

    /// <inheritdoc/>
    public string Claim => "statistical phase-change model, G/GMax";

    /// <inheritdoc/>
    public string Source => "IBM aihwkit, inference/noise/pcm.py (MIT): the published laws, evaluated by a separate program; doped GST, 90 nm";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var sampler = new PcmSampler(DeviceCatalog.Default.Card("PcmStatistical.DopedGst"));
        foreach (var (share, spread, noise) in new[] { (1.0, 1.0554e-6, 0.0371), (0.5, 0.9527e-6, 0.0581), (0.25, 0.6814e-6, 0.0912), (0.1, 0.4482e-6, 0.1655) })
        {
            yield return Check.Absolute($"programming spread at {ValueText.Of(share, "")}", spread, "S", 1e-10, sampler.ProgrammingSpread(share * GMax));
            yield return Check.Absolute($"relative read noise at {ValueText.Of(share, "")}, 25 s", noise, "", 1e-4, sampler.ReadNoise(share * GMax, 25));
        }

        foreach (var (share, hour, day) in new[] { (1.0, 0.7751, 0.6635), (0.1, 0.7317, 0.6047) })
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var at = ValueText.Of(share, "");
            yield return Check.Absolute($"drift factor after 1 h at {at}", hour, "", 1e-4, Factor(3600));
            yield return Check.Absolute($"drift factor after 1 day at {at}", day, "", 1e-4, Factor(86400));

            // The time counts from the first read, 20 s after programming.
            double Factor(double time) => sampler.Drifted(1, sampler.MeanDriftExponent(share * GMax), 20 + time);
        }

        // ν of mean 0.0601 and spread 0.0229: the mean of a log-normal, L = ln(1 + 86400 s/20 s).
        var decay = Math.Log(1 + (86400 / 20.0));
        yield return Check.Relative(
            "mean drift factor of 20,000 devices after 1 day at 0.1",
            0.6047 * Math.Exp(0.5 * Math.Pow(((0.0125 * Math.Log(10)) - 0.0059) * decay, 2)),
            "",
            0.02,
            MeanFactor(sampler, 0.1, 20 + 86400));

        var random = new RandomStream(2, "validation programming");
        var programmed = Enumerable.Range(0, Devices).Select(_ => sampler.Program(0.5 * GMax, random)).ToArray();
        var mean = programmed.Average();
        var deviation = Math.Sqrt(programmed.Sum(g => (g - mean) * (g - mean)) / (Devices - 1));
        yield return Check.Relative("programming spread at 0.5, 20,000 devices", 0.9527e-6, "S", 0.02, deviation);
    }

    private static double MeanFactor(PcmSampler sampler, double share, double time)
    {
        var random = new RandomStream(1, "validation drift", (ulong)(100 * share));
        var sum = 0.0;
        for (var i = 0; i < Devices; i++)
            sum += sampler.Drifted(1, sampler.DrawDriftExponent(share * GMax, random), time);
        return sum / Devices;
    }
}
