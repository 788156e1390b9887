using System.Text.Json;
using DevicePhys.Errors;
using DevicePhys.Spiking.Memory;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Spiking;
using DevicePhys.Tests.Arrays;
using DevicePhys.Tests.Spiking;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Studies.Spiking;

/// <summary>A stopped study that goes on comes to the same bits as one that was never stopped.</summary>
public sealed class SpikingStoreTests : IDisposable
{
    private static readonly SynapseMemorySettings Cells = new(SomeCells.Leaky) { Bits = 4, RefreshInterval = 1e-3 };

    private static readonly SpikingDigitsSettings Short = new()
    {
        Network = new() { Neurons = 30, AdaptationPerSpike = 0.5e-3 }, Examples = 600, LabelImages = 100, TestImages = 100, Seeds = [1, 2], Threads = 2,
        Memory = Cells,
    };

    private static readonly DigitSet Digits = SyntheticDigits.Create(trainCount: 400, testCount: 100);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0.2)] // while learning
    [InlineData(0.7)] // while learning, in the second round of the images
    [InlineData(0.9)] // in the tests
    public void A_study_stopped_anywhere_goes_on_to_the_same_bits(double share)
    {
        var whole = SpikingDigitsStudy.Run(Short, Digits);
        var store = Open(Short);
        Stop(share, (progress, token) => SpikingDigitsStudy.Run(Short, Digits, store, progress, token));
        Assert.NotEmpty(Directory.GetFiles(folder.Path, "network-*.npz"));
        var resumed = SpikingDigitsStudy.Run(Short, Digits, store);
        Assert.Equal(Text(whole), Text(resumed));

        // Once all is kept, nothing is made anew.
        var files = Directory.GetFiles(folder.Path).ToDictionary(file => file, File.GetLastWriteTimeUtc);
        Assert.Equal(2, files.Keys.Count(file => Path.GetFileName(file).StartsWith("outcome-", StringComparison.Ordinal)));
        Assert.Equal(Text(whole), Text(SpikingDigitsStudy.Run(Short, Digits, store)));
        Assert.Equal(files, Directory.GetFiles(folder.Path).ToDictionary(file => file, File.GetLastWriteTimeUtc));
    }

    [Fact]
    public void A_study_with_devices_goes_on_to_the_same_bits()
    {
        var devices = Short with { Memory = new DeviceSynapseSettings(SyntheticTable.Linear(16, 0.75, 1e-6, 0.8, 1.2)), WriteEvery = 7 };
        var whole = SpikingDigitsStudy.Run(devices, Digits);
        var store = Open(devices);
        Stop(0.4, (progress, token) => SpikingDigitsStudy.Run(devices, Digits, store, progress, token));
        Assert.Equal(Text(whole), Text(SpikingDigitsStudy.Run(devices, Digits, store)));
        Assert.All(whole.Runs, run => Assert.True(run.Writes > 0 && run.LearningPrice!.Writes > 0));

        // Another table is another run.
        var other = devices with { Memory = new DeviceSynapseSettings(SyntheticTable.Linear(16, 0.75, 1e-6, 0.8, 1.21)) };
        Assert.NotEqual(SpikingStore.Identity(devices, [], Digits), SpikingStore.Identity(other with { WriteEvery = 7 }, [], Digits));
    }

    [Fact]
    public void A_retention_study_goes_on_from_its_finished_tests()
    {
        SynapseMemorySettings[] memories = [Cells with { RefreshInterval = 0.5e-3 }, Cells with { RefreshInterval = 2e-3 }];
        var plain = Short with { Memory = null };
        var whole = RetentionStudy.Run(plain, memories, Digits);
        var store = Open(plain, memories);
        Stop(0.8, (progress, token) => RetentionStudy.Run(plain, memories, Digits, store, progress, token));
        Assert.Equal(JsonSerializer.Serialize(whole.Select(point => point.Runs)), JsonSerializer.Serialize(RetentionStudy.Run(plain, memories, Digits, store).Select(point => point.Runs)));
    }

    [Fact]
    public void A_study_of_more_seeds_goes_on_from_those_there_are()
    {
        SpikingDigitsStudy.Run(Short with { Seeds = [2] }, Digits, Open(Short with { Seeds = [2] }));
        var kept = Directory.GetFiles(folder.Path).ToDictionary(file => file, File.GetLastWriteTimeUtc);
        Assert.Equal(Text(SpikingDigitsStudy.Run(Short, Digits)), Text(SpikingDigitsStudy.Run(Short, Digits, Open(Short))));
        Assert.All(kept, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
    }

    [Fact]
    public void A_damaged_file_counts_as_missing()
    {
        var whole = SpikingDigitsStudy.Run(Short, Digits, Open(Short));
        foreach (var file in Directory.GetFiles(folder.Path).Where(file => !file.EndsWith("manifest.json", StringComparison.Ordinal)))
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^40]);
        Assert.Equal(Text(whole), Text(SpikingDigitsStudy.Run(Short, Digits, Open(Short))));
    }

    [Fact]
    public void The_parts_of_another_run_are_refused_and_threads_make_none()
    {
        Open(Short);
        Open(Short with { Threads = 1 });
        Assert.Contains("those of another run", Assert.Throws<DataFileException>(() => Open(Short with { Examples = 601 })).Message);
        Assert.Contains("those of another run", Assert.Throws<DataFileException>(() => Open(Short with { Memory = Cells with { Stochastic = false } })).Message);
        Assert.Contains("those of another run", Assert.Throws<DataFileException>(
            () => SpikingStore.Open(folder.Path, SpikingStore.Identity(Short, [], SyntheticDigits.Create(trainCount: 401, testCount: 100)))).Message);
    }

    private static string Text(SpikingDigitsResult result) => JsonSerializer.Serialize((object[])[result.Runs, result.Network.Values, result.Network.Adaptation]);

    private static void Stop(double share, Action<IProgress<WorkProgress>, CancellationToken> work)
    {
        using var cancel = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => work(new Watch(done =>
        {
            if (done >= share)
                cancel.Cancel();
        }), cancel.Token));
    }

    private SpikingStore Open(SpikingDigitsSettings settings, params IReadOnlyList<SynapseMemorySettings> memories) =>
        SpikingStore.Open(folder.Path, SpikingStore.Identity(settings, memories, Digits));

    private sealed class Watch(Action<double> told) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => told(value.Fraction);
    }
}
