using System.Globalization;
using DevicePhys.Arrays;
using DevicePhys.Spiking.Memory;
using DevicePhys.Statistics;
using DevicePhys.Studies.Spiking;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Spiking;

/// <summary>Outcomes of spiking networks in words and in JSON.</summary>
internal static class SpikingText
{
    /// <summary>An accuracy with its interval.</summary>
    public static string Of(ConfidenceInterval accuracy) => accuracy.HalfWidth is null
        ? string.Create(CultureInfo.InvariantCulture, $"{accuracy.Mean:0.00} %")
        : string.Create(CultureInfo.InvariantCulture, $"{accuracy.Mean:0.00} % [{accuracy.Lower:0.00}, {accuracy.Upper:0.00}]");

    /// <summary>The interval of one figure over the seeds.</summary>
    public static ConfidenceInterval Interval(IReadOnlyList<SpikingDigitsRun> runs, Func<SpikingDigitsRun, double> figure) =>
        ConfidenceInterval.OfMean([.. runs.Select(figure)]);

    /// <summary>What a write-back gives, for a training image on average over the seeds; null without a memory.</summary>
    public static string? Writes(SpikingDigitsResult result) => result.Settings.Memory is null ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Runs.Average(run => run.Writes):0.#} {(result.Settings.Memory is DeviceSynapseSettings ? "pulses" : "cells changed")}, {SiText.Of(result.Runs.Average(run => run.LearningPrice!.Writes), "J")} of {SiText.Of(result.Runs.Average(run => run.LearningPrice!.Total), "J")} in all");

    /// <summary>What an image costs, on average over the seeds; null without a memory.</summary>
    public static string? Price(IReadOnlyList<SpikingDigitsRun> runs) => runs[0].Price is null ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{SiText.Of(runs.Average(run => run.Price!.Total), "J")} per test image: reads {SiText.Of(runs.Average(run => run.Price!.Reads), "J")}, refresh {SiText.Of(runs.Average(run => run.Price!.Refresh), "J")}, leakage {SiText.Of(runs.Average(run => run.Price!.Leakage), "J")}, logic {SiText.Of(runs.Average(run => run.Price!.Logic), "J")}");

    /// <summary>One figure as JSON.</summary>
    public static object Json(ConfidenceInterval interval) => new { interval.Mean, Ci95 = new[] { interval.Lower, interval.Upper } };

    /// <summary>What holds the weights as JSON.</summary>
    public static object? Json(ISynapseStoreSettings? memory) => memory switch
    {
        SynapseMemorySettings cells => new { cells.Cell.Cell, cells.Bits, cells.Stochastic, cells.Inverted, cells.RefreshInterval, cells.Temperature, cells.LossOfOne, cells.LossOfZero },
        DeviceSynapseSettings device => new
        {
            Device = device.Name, device.Table.Provenance.CardHash, TableHash = PulseTableFile.Hash(device.Table), Stochastic = device.Rounding == PulseRounding.Stochastic,
            Without = device.Table.Provenance.Settings.GetValueOrDefault("without"), Bins = device.Table.Bins, Population = device.Table.Population.Count,
            device.Table.Nominal.GMin, device.Table.Nominal.GMax, PotentiationStep = device.Table.MeanStep(Polarity.Potentiation), DepressionStep = device.Table.MeanStep(Polarity.Depression),
            PotentiationEnergy = device.Table.Potentiation.Energy, DepressionEnergy = device.Table.Depression.Energy, device.Table.RetentionTime, device.ReadVoltage, device.ReadTime,
        },
        _ => null,
    };

    /// <summary>One seed as JSON, without the labels of its neurons.</summary>
    public static object Json(SpikingDigitsRun run) => new
    {
        run.Seed, run.LabelAverage, run.Proportion, run.Labelled, run.Presentations, run.InputSpikes, run.Spikes, run.Price, run.LearningPrice, run.Writes,
    };
}
