using System.CommandLine;
using System.Globalization;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Mnist;

/// <summary>Learning rate and weight scale of a device: what the user says, or else what a validation split of the training images says.</summary>
internal static class RateChoice
{
    /// <summary>Settles both; tells the user when they were chosen here.</summary>
    public static async Task<MnistSettings> SettleAsync(MnistSettings settings, MnistOptions options, ParseResult parse, Session session, DigitSet data, PulseTable device)
    {
        var (rate, scale) = (Given(options.DeviceRate), Given(options.WeightScale));
        if (rate && scale)
        {
            return settings;
        }

        var points = await session.TrackAsync(progress => Task.Run(() => MnistTuning.Device(
            settings, data, device, rate ? [settings.DeviceRate] : MnistTuning.RatesOf(settings.Rule), scale ? [settings.WeightScale] : MnistTuning.WeightScales, progress, session.Cancellation)));
        var best = MnistTuning.Best(points, "device");
        session.Say(string.Create(CultureInfo.InvariantCulture,
            $"chosen on a validation split of the training images, of {points.Count} settings: rate {best.Rate}, weight scale {best.WeightScale} ({best.Accuracy.Mean:0.00} % there)"));
        return settings with { DeviceRate = best.Rate, WeightScale = best.WeightScale!.Value };

        bool Given(Option option) => parse.GetResult(option) is { Implicit: false };
    }
}
