using DevicePhys.Arrays.Converters;
using DevicePhys.Arrays.Wires;
using DevicePhys.Studies.Ablation;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tables;
using DevicePhys.Tests.Arrays;
using Xunit;

namespace DevicePhys.Tests.Studies.Ablation;

public sealed class AblationTests
{
    private const int Bins = 11, Levels = 4;

    /// <summary>Saturating, lopsided, noisy: every effect is there.</summary>
    private static readonly PulseTable Device = new(
        Bins, Levels, Corner(1), [Corner(0.8), Corner(1.3)], new PulseRecord(1, 1e-8, 1e-6, 0), new PulseRecord(-1, 1e-8, 1e-6, 0), double.PositiveInfinity, null,
        new TableProvenance("Test.Lopsided", "", "", "", "none", "0", 0, 0, new Dictionary<string, string>()));

    [Fact]
    public void Nothing_removed_is_the_table_itself()
    {
        var same = IdealisedTable.Without(Device, []);
        AssertEqual(Device.Nominal.Potentiation, same.Nominal.Potentiation);
        AssertEqual(Device.Population[1].Depression, same.Population[1].Depression);
    }

    [Fact]
    public void Each_effect_takes_out_what_it_says_and_leaves_the_rest()
    {
        var linear = IdealisedTable.Without(Device, [Effect.Nonlinearity]);
        Assert.Equal(Device.MeanStep(Polarity.Potentiation), Mean(linear, Polarity.Potentiation, 2), 1e-15);
        Assert.Equal(Mean(linear, Polarity.Potentiation, 2), Mean(linear, Polarity.Potentiation, 7), 1e-15);
        Assert.Equal(Spread(Device, 3), Spread(linear, 3), 1e-15);

        var symmetric = IdealisedTable.Without(Device, [Effect.Asymmetry]);
        Assert.NotEqual(Mean(Device, Polarity.Potentiation, 3), -Mean(Device, Polarity.Depression, Bins - 4), 1e-9);
        Assert.Equal(Mean(symmetric, Polarity.Potentiation, 3), -Mean(symmetric, Polarity.Depression, Bins - 4), 1e-15);
        Assert.NotEqual(Mean(symmetric, Polarity.Potentiation, 2), Mean(symmetric, Polarity.Potentiation, 7), 1e-9);

        var fine = IdealisedTable.Without(Device, [Effect.States]);
        Assert.Equal(Mean(Device, Polarity.Depression, 5) / 16, Mean(fine, Polarity.Depression, 5), 1e-15);
        Assert.Equal(Spread(Device, 5) / 4, Spread(fine, 5), 1e-15);

        var still = IdealisedTable.Without(Device, [Effect.C2C]);
        Assert.Equal(0, Spread(still, 5));
        Assert.Equal(Mean(Device, Polarity.Potentiation, 5), Mean(still, Polarity.Potentiation, 5), 1e-15);
        Assert.Equal(2, still.Population.Count);
        Assert.Empty(IdealisedTable.Without(Device, [Effect.D2D]).Population);
    }

    [Fact]
    public void An_effect_that_is_not_there_costs_nothing_and_one_that_is_costs_something()
    {
        var data = SyntheticDigits.Create(trainCount: 2000, testCount: 400);
        var settings = new MnistSettings
        {
            Network = NetworkShape.Parse("784-10"), Presentations = 1000, Seeds = [1, 2, 3], Checkpoints = 1, Adc = new AdcSettings(2), Wires = new WireSettings(5, 5), WireRefresh = 500,
        };
        var result = AblationStudy.Run(settings, data, SyntheticTable.Linear(64));
        Assert.Equal([Effect.Nonlinearity, Effect.Asymmetry, Effect.States, Effect.C2C, Effect.Wires, Effect.Adc], result.Points.Select(point => point.Effect));
        Assert.Equal(0, Point(Effect.C2C).Cost.Mean);
        Assert.Equal(0, Point(Effect.C2C).CostAlone.Mean);
        Assert.True(Point(Effect.Adc).Cost.Mean > 3, $"two-bit converters cost {Point(Effect.Adc).Cost.Mean} points");

        AblationPoint Point(Effect effect) => result.Points.Single(point => point.Effect == effect);
    }

    private static TableCorner Corner(double gain)
    {
        var (up, down) = (new double[Bins * Levels], new double[Bins * Levels]);
        for (var bin = 0; bin < Bins; bin++)
        {
            for (var level = 0; level < Levels; level++)
            {
                var (x, noise) = (bin / (Bins - 1.0), 0.02 * (level - 1.5));
                up[(bin * Levels) + level] = bin == Bins - 1 ? 0 : Math.Clamp(1e-6 * gain * ((0.3 * (1 - x)) + 0.05 + noise), -x * 1e-6, (1 - x) * 1e-6);
                down[(bin * Levels) + level] = bin == 0 ? 0 : Math.Clamp(1e-6 * gain * ((-0.1 * x) - 0.04 + noise), -x * 1e-6, (1 - x) * 1e-6);
            }
        }

        return new TableCorner(1e-6, 2e-6, up, down, new double[Bins]);
    }

    private static double[] Row(PulseTable table, Polarity polarity, int bin) => table.Nominal.Steps(polarity).Slice(bin * Levels, Levels).ToArray();

    private static double Mean(PulseTable table, Polarity polarity, int bin) => Row(table, polarity, bin).Average();

    private static double Spread(PulseTable table, int bin) => Row(table, Polarity.Potentiation, bin).Max() - Row(table, Polarity.Potentiation, bin).Min();

    private static void AssertEqual(ReadOnlyMemory<double> expected, ReadOnlyMemory<double> actual)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected.Span[i], actual.Span[i], 1e-18);
        }
    }
}
