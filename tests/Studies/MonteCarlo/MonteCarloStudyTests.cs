using DevicePhys.Devices;
using DevicePhys.Errors;
using DevicePhys.Studies.MonteCarlo;
using DevicePhys.Tests.Studies.Data;
using DevicePhys.Variability;
using Xunit;

namespace DevicePhys.Tests.Studies.MonteCarlo;

public sealed class MonteCarloStudyTests
{
    // The thresholds of this card scatter by 5 % around -0.53 V and 0.5 V, normally.
    private const double SigmaOn = 0.05 * 0.53, SigmaOff = 0.05 * 0.5;
    private static readonly DevicePhys.Cards.Card Card = DeviceCatalog.Default.Card("Vteam.PtHfTi");

    [Fact]
    public void Threads_chunks_and_shards_change_no_bit()
    {
        var settings = new MonteCarloSettings { Samples = 500, Seed = 7, Design = SamplingDesign.Sobol };
        var whole = Run(settings with { Threads = 1 })!;
        Assert.Equal(whole.Drawn, Run(settings with { Threads = 4, Chunk = 7 })!.Drawn);
        using var folder = new TemporaryFolder();
        MonteCarloSamples? merged = null;
        for (var shard = 1; shard <= 3; shard++)
        {
            var study = new MonteCarloStudy(Card, new LinearBench(1, 2), settings);
            merged = study.Run(ChunkStore.Open(folder.Path, study), new Shard(shard, 3));
            Assert.Equal(shard == 3, merged is not null);
        }

        Assert.Equal((whole.Drawn, whole.Measured, whole.Weights), (merged!.Drawn, merged.Measured, merged.Weights), Same);
    }

    [Fact]
    public void A_cancelled_run_goes_on_from_its_chunks_and_a_damaged_chunk_is_measured_again()
    {
        var settings = new MonteCarloSettings { Samples = 640, Threads = 1 };
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var bench = new LinearBench(1, 1);
        var study = new MonteCarloStudy(Card, bench, settings);
        var progress = new Stopper(stop, after: 0.3);
        Assert.ThrowsAny<OperationCanceledException>(() => study.Run(ChunkStore.Open(folder.Path, study), Shard.Whole, progress, stop.Token));
        var kept = ChunkStore.Present(folder.Path);
        Assert.InRange(kept.Count, 15, 30);
        File.WriteAllText(Path.Combine(folder.Path, $"chunk-{kept[2]:00000}.npz"), "half a file");

        var again = new LinearBench(1, 1);
        var resumed = new MonteCarloStudy(Card, again, settings);
        var samples = resumed.Run(ChunkStore.Open(folder.Path, resumed), Shard.Whole)!;
        Assert.Equal(640 - (10 * (kept.Count - 1)), again.Measured);
        Assert.Equal(Run(settings, new LinearBench(1, 1))!.Measured, samples.Measured);
    }

    [Fact]
    public void A_folder_of_another_run_is_refused()
    {
        using var folder = new TemporaryFolder();
        var study = new MonteCarloStudy(Card, new LinearBench(1, 1), new MonteCarloSettings());
        ChunkStore.Open(folder.Path, study);
        var other = new MonteCarloStudy(Card, new LinearBench(1, 1), new MonteCarloSettings { Seed = 2 });
        Assert.Contains("another run", Assert.Throws<DataFileException>(() => ChunkStore.Open(folder.Path, other)).Message, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.Path, ChunkStore.Manifest), "{");
        Assert.Throws<DataFileException>(() => ChunkStore.Open(folder.Path, study));
    }

    [Theory]
    [InlineData(SamplingDesign.Random)]
    [InlineData(SamplingDesign.LatinHypercube)]
    [InlineData(SamplingDesign.Sobol)]
    public void Mean_deviation_quantiles_and_drivers_of_a_sum_are_those_of_the_closed_form(SamplingDesign design)
    {
        var settings = new MonteCarloSettings { Samples = 4000, Seed = 3, Design = design };
        var sum = MonteCarloSummary.Of(Run(settings, new LinearBench(3, 1))!, settings, fitted: false).Outputs[0];
        var sigma = Math.Sqrt((9 * SigmaOn * SigmaOn) + (SigmaOff * SigmaOff));
        Assert.InRange((3 * -0.53) + 0.5, sum.Interval.Low, sum.Interval.High);
        Assert.InRange(sum.Interval.High - sum.Interval.Low, 0, 4.3 * sigma / Math.Sqrt(4000));
        Assert.Equal(sigma, sum.StandardDeviation, 0.05 * sigma);
        var (p95, on, off) = (sum.Quantiles.First(q => q.Probability == 0.95), 3 * SigmaOn / sigma, SigmaOff / sigma);
        Assert.InRange((3 * -0.53) + 0.5 + (1.6448536 * sigma), p95.Interval.Low, p95.Interval.High);

        // Spearman of a normal pair is (6/π) asin(r/2); parameters by name: ROff, ROn, VOff, VOn.
        Assert.Equal(6 / Math.PI * Math.Asin(off / 2), sum.Sensitivity[2], 0.05);
        Assert.Equal(6 / Math.PI * Math.Asin(on / 2), sum.Sensitivity[3], 0.05);
        Assert.Equal(0, sum.Sensitivity[0], 0.06);
    }

    [Fact]
    public void The_interval_of_an_even_design_holds_the_mean_as_often_as_it_says_and_is_narrower()
    {
        var (held, width, plain) = (0, 0.0, 0.0);
        for (ulong seed = 1; seed <= 200; seed++)
        {
            var settings = new MonteCarloSettings { Samples = 320, Seed = seed, Design = SamplingDesign.LatinHypercube };
            var interval = MonteCarloSummary.Of(Run(settings, new LinearBench(1, 1))!, settings, fitted: false).Outputs[0].Interval;
            held += -0.03 >= interval.Low && -0.03 <= interval.High ? 1 : 0;
            width += (interval.High - interval.Low) / 200;
            plain = 2 * 1.96 * Math.Sqrt((SigmaOn * SigmaOn) + (SigmaOff * SigmaOff)) / Math.Sqrt(320);
        }

        // 95 % of 200 with a standard deviation of 3.
        Assert.InRange(held, 180, 200);
        Assert.True(width < 0.3 * plain);
    }

    [Fact]
    public void The_yield_against_a_limit_has_its_closed_form_in_its_interval()
    {
        var settings = new MonteCarloSettings { Samples = 4000, Limits = [new("Sum", Above: false, 0.5 + SigmaOff)] };
        var summary = MonteCarloSummary.Of(Run(settings, new LinearBench(0, 1))!, settings, fitted: false);
        Assert.InRange(0.158655, summary.Yields[0].Interval.Low, summary.Yields[0].Interval.High);
        Assert.Equal(summary.Yields[0].Failing * 4000, summary.Yields[0].FailedSamples, 1e-9);
        Assert.Contains("have no Sometimes", summary.Warnings[0], StringComparison.Ordinal);
    }

    private static MonteCarloSamples? Run(MonteCarloSettings settings, LinearBench? bench = null) =>
        new MonteCarloStudy(Card, bench ?? new LinearBench(1, 2), settings).Run(null, Shard.Whole);

    private static bool Same((double[] A, double[] B, double[] C) first, (double[] A, double[] B, double[] C) second) =>
        first.A.AsSpan().SequenceEqual(second.A) && first.B.Zip(second.B).All(pair => pair.First.Equals(pair.Second)) && first.C.AsSpan().SequenceEqual(second.C);

    private sealed class Stopper(CancellationTokenSource stop, double after) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            if (value.Fraction >= after)
                stop.Cancel();
        }
    }
}
