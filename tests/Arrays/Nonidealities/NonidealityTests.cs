using DevicePhys.Arrays.Nonidealities;
using DevicePhys.Sampling;
using DevicePhys.Statistics;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Arrays.Nonidealities;

/// <summary>Each effect on 200 × 100 devices: bounds are 4.5 standard errors of the statistic unless a line says otherwise.</summary>
public sealed class NonidealityTests
{
    private const int Rows = 200, Columns = 100, Count = Rows * Columns;

    public static TheoryData<INonideality> All =>
    [
        new ProgrammingError(1e-6, 0.1), new StuckCells(0.01, 0.02, 1e-6, 9e-6), new DeadLines(0.1, 0.1), new Drift(1e4, 1, 0.05, 0.01),
        new Retention(10, 100, 1e-6, 0.5, 350), new OpenLoop(SyntheticTable.Linear(16, 0.9, 1e-6, 0.8, 1.2)), new ProgramAndVerify(SyntheticTable.Linear(16, 0.9, 1e-6, 0.7, 1.1), 0.05),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Equal_streams_give_equal_bits_and_other_streams_other_devices(INonideality effect)
    {
        var (first, again, other) = (Run(effect, 25e-6f, 1), Run(effect, 25e-6f, 1), Run(effect, 25e-6f, 2));
        Assert.Equal(first, again);
        Assert.All(first, conductance => Assert.True(conductance >= 0));
        if (effect is not Retention)
        {
            Assert.NotEqual(first, other);
        }
    }

    [Fact]
    public void Programming_error_has_the_spread_it_says_and_no_neighbours()
    {
        var error = Run(new ProgrammingError(0.3e-6, 0.02), 20e-6f, 3).Select(conductance => conductance - 20e-6).ToArray();
        const double Expected = 0.5e-6; // sqrt(0.3² + (0.02 × 20)²) µS.
        Assert.Equal(0, error.Average() / Expected, 4.5 / Math.Sqrt(Count));
        Assert.Equal(1, Deviation(error) / Expected, 4.5 / Math.Sqrt(2 * Count));
        Assert.True(KolmogorovSmirnovOf([.. error.Select(value => value / Expected)]) > 1e-4);
        Assert.Equal(0, error.Zip(error.Skip(1), (a, b) => a * b / Expected / Expected).Average(), 4.5 / Math.Sqrt(Count));
        Assert.Equal(0, error.Zip(error.Skip(Columns), (a, b) => a * b / Expected / Expected).Average(), 4.5 / Math.Sqrt(Count));
    }

    [Fact]
    public void Near_zero_the_programming_error_is_a_truncated_normal()
    {
        // A target of 0 leaves half a normal: mean sigma × sqrt(2/pi).
        var values = Run(new ProgrammingError(1e-6, 0), 0, 4);
        Assert.Equal(Math.Sqrt(2 / Math.PI), values.Average(value => value * 1e6), 4.5 * 0.6028 / Math.Sqrt(Count));
    }

    [Fact]
    public void Stuck_cells_are_as_many_as_asked_for_and_everywhere()
    {
        var values = Run(new StuckCells(0.03, 0.01, 1e-6, 9e-6), 5e-6f, 5);
        Share(values.Count(value => value == 1e-6f), 0.03);
        Share(values.Count(value => value == 9e-6f), 0.01);
        Assert.Equal(Count, values.Count(value => value is 1e-6f or 5e-6f or 9e-6f));
        Share(values.Take(Count / 2).Count(value => value != 5e-6f), 0.04, Count / 2);
        Assert.All(Run(new StuckCells(0.4, 0.6, 1e-6, 9e-6), 5e-6f, 6), value => Assert.NotEqual(5e-6f, value));
    }

    [Fact]
    public void Dead_lines_are_whole_lines()
    {
        var values = Run(new DeadLines(0.2, 0.3), 5e-6f, 7);
        bool Row(int i) => Enumerable.Range(0, Columns).All(j => values[(i * Columns) + j] == 0);
        bool Column(int j) => Enumerable.Range(0, Rows).All(i => values[(i * Columns) + j] == 0);
        var (rows, columns) = (Enumerable.Range(0, Rows).Where(Row).ToHashSet(), Enumerable.Range(0, Columns).Where(Column).ToHashSet());
        Share(rows.Count, 0.2, Rows);
        Share(columns.Count, 0.3, Columns);
        for (var i = 0; i < Count; i++)
        {
            Assert.Equal(rows.Contains(i / Columns) || columns.Contains(i % Columns), values[i] == 0);
        }
    }

    [Fact]
    public void Drift_follows_its_power_law_and_spreads_over_devices()
    {
        var values = Run(new Drift(1e4, 1, 0.05, 0.01), 20e-6f, 8);
        var exponents = values.Select(value => -Math.Log(value / 20e-6) / Math.Log(1e4)).ToArray();
        Assert.Equal(0.05, exponents.Average(), 4.5 * 0.01 / Math.Sqrt(Count));
        Assert.Equal(1, Deviation(exponents) / 0.01, 4.5 / Math.Sqrt(2 * Count));
        Assert.All(Run(new Drift(1, 1, 0.05), 20e-6f, 8), value => Assert.Equal(20e-6f, value));
    }

    [Fact]
    public void Retention_decays_exponentially_and_faster_when_hot()
    {
        Assert.All(Run(new Retention(100, 100, 2e-6), 12e-6f, 9), value => Assert.Equal(2e-6 + (10e-6 * Math.Exp(-1)), value, 1e-11));

        // One electronvolt from 300 to 330 K: exp(1/k × (1/300 − 1/330)) = 33.6 times faster.
        var hot = new Retention(100, 100 * 33.62, 2e-6, ActivationEnergy: 1, Temperature: 330);
        Assert.Equal(Math.Exp(-1), hot.Left, 2e-3);
        Assert.Equal(Math.Exp(-Math.Sqrt(0.5)), new Retention(50, 100, 0, Shape: 0.5).Left, 1e-12);
    }

    [Fact]
    public void Open_loop_programming_shows_every_device_of_the_population()
    {
        // Eight nominal pulses of 1 µS; devices step 0.8, 1 or 1.2 µS.
        var values = Run(new OpenLoop(SyntheticTable.Linear(16, 1, 1e-6, 0.8, 1, 1.2)), (float)(SyntheticTable.GMin + 8e-6), 10);
        var groups = values.GroupBy(value => Math.Round((value - SyntheticTable.GMin) * 1e6, 2)).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal([6.4, 8, 9.6], groups.Keys.Order());
        Assert.All(groups.Values, count => Share(count, 1 / 3.0));
    }

    [Fact]
    public void Open_loop_programming_adds_up_the_spread_of_its_pulses()
    {
        // Each pulse works with a chance of 0.8. For a nominal step of 0.8 µS the target takes 10 pulses: binomial, variance 10 × 0.8 × 0.2.
        var values = Run(new OpenLoop(SyntheticTable.Linear(32, 0.8)), (float)(SyntheticTable.GMin + 8e-6), 11).Select(value => (value - SyntheticTable.GMin) * 1e6).ToArray();
        Assert.Equal(8, values.Average(), 4.5 * Math.Sqrt(1.6 / Count));
        Assert.Equal(1.6, Math.Pow(Deviation(values), 2), 0.1);
    }

    [Fact]
    public void Program_and_verify_ends_within_its_tolerance_where_the_step_allows()
    {
        var table = SyntheticTable.Linear(64, 0.9, 0.5e-6, 0.8, 1.2);
        var targets = Targets(table);
        var reached = (float[])targets.Clone();
        var count = new ProgramAndVerify(table, 0.01).Program(reached, new RandomStream(12, "verify"));
        Assert.Equal(0, count.Missed);
        var tolerance = 0.01 * (table.Nominal.GMax - table.Nominal.GMin);
        for (var i = 0; i < targets.Length; i++)
        {
            Assert.InRange(reached[i] - targets[i], -1.001 * tolerance, 1.001 * tolerance);
        }

        // About half the range on average, in steps of 0.5 µS that work nine times in ten.
        Assert.InRange((double)count.Pulses / targets.Length, 20, 60);
    }

    [Fact]
    public void A_step_wider_than_the_tolerance_is_counted_as_missed()
    {
        var targets = Enumerable.Repeat((float)(SyntheticTable.GMin + 4.5e-6), 100).ToArray();
        var count = new ProgramAndVerify(SyntheticTable.Linear(16), 0.01, mostPulses: 30).Program(targets, new RandomStream(13, "verify"));
        Assert.Equal(new ProgrammingCount(100 * 30, 100), count);
    }

    [Fact]
    public void Read_noise_of_a_table_is_its_mean_square()
    {
        var corner = SyntheticTable.Linear(2).Nominal with { ReadNoise = new[] { 1e-9, 2e-9, 4e-9 } };
        var table = new PulseTable(3, 100, corner, [], new PulseRecord(1, 1, 1, 0), new PulseRecord(1, 1, 1, 0), 1, null, SyntheticTable.Linear().Provenance);
        Assert.Equal(Math.Sqrt(7) * 1e-9, ReadNoise.Of(table).Absolute, 1e-15);
    }

    [Fact]
    public void A_sinh_curve_leaves_full_inputs_and_bends_the_others()
    {
        var curve = new SinhCurve(0.25, 0.5);
        Assert.Equal(1, curve.Of(1), 1e-6f);
        Assert.Equal(-curve.Of(0.5f), curve.Of(-0.5f));
        Assert.Equal(Math.Sinh(1) / Math.Sinh(2), curve.Of(0.5f), 1e-6);
        Assert.Equal(0.3f, new SinhCurve(1000, 0.5).Of(0.3f), 1e-6f);
    }

    private static float[] Run(INonideality effect, float target, ulong seed)
    {
        var values = new float[Count];
        Array.Fill(values, target);
        effect.Apply(values, Rows, Columns, new RandomStream(seed, "nonideality"));
        return values;
    }

    private static float[] Targets(PulseTable table)
    {
        var random = new RandomStream(1, "targets");
        return [.. Enumerable.Range(0, 2000).Select(_ => (float)(table.Nominal.GMin + ((table.Nominal.GMax - table.Nominal.GMin) * 0.75 * random.NextDouble())))];
    }

    private static void Share(int found, double expected, int of = Count) =>
        Assert.Equal(expected, (double)found / of, 4.5 * Math.Sqrt(expected * (1 - expected) / of));

    private static double Deviation(double[] values) => Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2)));

    private static double KolmogorovSmirnovOf(double[] normals) => KolmogorovSmirnov.OneSample(normals, MathNet.Numerics.Distributions.Normal.WithMeanStdDev(0, 1).CumulativeDistribution).PValue;
}
