using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Studies.MonteCarlo;
using Xunit;

namespace DevicePhys.Tests.Studies.MonteCarlo;

/// <summary>Cells that lose their bit too early, one in a million: the chance is known where one parameter alone scatters.</summary>
public sealed class RetentionTailTests
{
    private const double Loss = 0.3;

    // Retention rises with the threshold voltage of the access transistor, so P(t < t(VT)) = P(VT' < VT) = Φ(-4.7534) = 1e-6.
    [Fact]
    public void One_cell_in_a_million_is_found_by_importance_sampling_within_its_interval()
    {
        var card = DeviceCatalog.Default.Card("StorageCapacitor.Planar130").Parameters
            .Where(p => p.Name != "VT0" && p.D2D is not null)
            .Aggregate(DeviceCatalog.Default.Card("StorageCapacitor.Planar130"), (changed, p) => changed.With(p with { D2D = null }));
        var limit = Time(card, -4.753424308822899);
        var settings = new MonteCarloSettings { Samples = 4000, Tail = true, Limits = [new("Time", Above: true, limit)] };
        var study = new MonteCarloStudy(card, new RetentionBench(Loss, 1), settings);
        var failing = MonteCarloSummary.Of(study.Run(null, Shard.Whole)!, settings, fitted: false).Yields[0];
        Assert.InRange(1e-6, failing.Interval.Low, failing.Interval.High);
        Assert.InRange(failing.Interval.High - failing.Interval.Low, 0, 0.3e-6);
        Assert.True(failing.EffectiveFailures > 300);
    }

    // All spreads of the card: no closed form, but plain sampling can still count one in a thousand.
    [Fact]
    public void Importance_sampling_and_counting_agree_where_both_can_see()
    {
        var card = DeviceCatalog.Default.Card("StorageCapacitor.Planar130");
        var limit = new OutputLimit("Time", Above: true, Time(card, -2.8));
        var plain = new MonteCarloSettings { Samples = 60_000, Limits = [limit] };
        var tail = new MonteCarloSettings { Samples = 4000, Seed = 2, Tail = true, Limits = [limit] };
        var counted = MonteCarloSummary.Of(new MonteCarloStudy(card, new RetentionBench(Loss, 1), plain).Run(null, Shard.Whole)!, plain, fitted: false).Yields[0];
        var weighted = MonteCarloSummary.Of(new MonteCarloStudy(card, new RetentionBench(Loss, 1), tail).Run(null, Shard.Whole)!, tail, fitted: false).Yields[0];
        Assert.InRange(counted.FailedSamples, 60, 1000);
        Assert.True(weighted.Interval.Low < counted.Interval.High && counted.Interval.Low < weighted.Interval.High);
    }

    private static double Time(Card card, double z) => ChargeLoss.Time(card.With("VT0", card.Value("VT0", "V") * (1 + (0.0644 * z))), Loss, DeviceCatalog.Default);
}
