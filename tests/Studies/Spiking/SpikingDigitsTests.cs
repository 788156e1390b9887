using System.Text.Json;
using DevicePhys.Spiking.Memory;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Spiking;
using DevicePhys.Tests.Arrays;
using Xunit;

namespace DevicePhys.Tests.Studies.Spiking;

public sealed class SpikingDigitsTests
{
    private static readonly SpikingDigitsSettings Short = new()
    {
        Network = new() { Neurons = 60, AdaptationPerSpike = 0.5e-3 }, Examples = 800, LabelImages = 200, TestImages = 200, Seeds = [1, 2],
    };

    [Fact]
    public void Digits_are_learnt_without_a_teacher_and_threads_change_no_bit()
    {
        var digits = SyntheticDigits.Create(trainCount: 800, testCount: 200);
        var one = SpikingDigitsStudy.Run(Short with { Threads = 1 }, digits);
        Assert.Equal(JsonSerializer.Serialize(one.Runs), JsonSerializer.Serialize(SpikingDigitsStudy.Run(Short with { Threads = 3 }, digits).Runs));
        Assert.All(one.Runs, run => Assert.InRange(run.Proportion, 40, 100)); // chance is 10
        Assert.NotEqual(one.Runs[0].Proportion, one.Runs[1].Proportion);
        Assert.Equal(400, one.Confusion.Sum());
        Assert.Equal(one.Runs.Sum(run => run.Proportion) * 2, Enumerable.Range(0, 10).Sum(digit => one.Confusion[11 * digit]), 1e-9);

        // The raster shows what the test has counted.
        var raster = DigitRaster.Of(one, digits.Test);
        Assert.Equal(raster.Times.Order(), raster.Times);
        Assert.InRange(raster.Times[^1], 9 * 0.35, 10 * 0.35);
        Assert.InRange(raster.Digits.Distinct().Count(), 8, 10);
    }

    [Fact]
    public void Ideal_devices_learn_what_plain_numbers_learn_and_rare_write_backs_cost_fewer_pulses()
    {
        // 4,000 equal steps without noise: the mean accuracy of two seeds is that of plain numbers to what 400 test images can tell.
        var digits = SyntheticDigits.Create(trainCount: 800, testCount: 200);
        var ideal = Short with { Memory = new DeviceSynapseSettings(SyntheticTable.Linear(4000, step: 1e-8)) };
        var (plain, every, rarely) = (SpikingDigitsStudy.Run(Short, digits), SpikingDigitsStudy.Run(ideal, digits), SpikingDigitsStudy.Run(ideal with { WriteEvery = 20 }, digits));
        Assert.Equal(plain.Runs.Average(run => run.Proportion), every.Runs.Average(run => run.Proportion), 12.0);
        Assert.Equal(plain.Runs.Average(run => run.Proportion), rarely.Runs.Average(run => run.Proportion), 12.0);
        Assert.True(rarely.Runs[0].Writes < every.Runs[0].Writes);
        Assert.True(rarely.Runs[0].LearningPrice!.Reads < every.Runs[0].LearningPrice!.Reads);
    }

    [Fact]
    public void Labels_and_both_readouts_follow_the_definitions()
    {
        // Three neurons, four images: of a 0, a 0, a 1 and a 7. Neuron 2 answers to 1 and 7 alike, and a little more to 7.
        int[] responses = [4, 0, 0, 2, 0, 0, 0, 5, 2, 0, 0, 3];
        var labels = new NeuronLabels(responses, [0, 0, 1, 7], 3);
        Assert.Equal([0, 1, 7], labels.Labels);
        Assert.Equal(1, labels.ByLabelAverage([1, 4, 3]));

        // By proportion: neuron 0 gives 1 to 0; neuron 1 gives 1 to 1; neuron 2 gives 0.4 to 1 and 0.6 to 7.
        Assert.Equal(7, labels.ByProportion([0, 0, 3]));
        Assert.Equal(1, labels.ByProportion([0, 1, 3]));
        Assert.Equal(0, labels.ByProportion([0, 0, 0]));
    }

    [Fact]
    public void A_neuron_that_never_answers_has_no_label_and_no_vote()
    {
        var labels = new NeuronLabels([3, 0, 4, 0], [5, 5], 2);
        Assert.Equal([5, -1], labels.Labels);
        Assert.Equal(5, labels.ByLabelAverage([1, 9]));
        Assert.Equal(5, labels.ByProportion([1, 9]));
    }

    [Theory]
    [InlineData(0, 1, "presentations")]
    [InlineData(10, 0, "label images")]
    public void Settings_that_cannot_be_are_named(int examples, int labels, string named) =>
        Assert.Contains(named, Assert.Throws<ArgumentException>((Short with { Examples = examples, LabelImages = labels }).Check).Message);
}
