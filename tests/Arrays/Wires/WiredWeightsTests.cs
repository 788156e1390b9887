using DevicePhys.Arrays;
using DevicePhys.Arrays.Wires;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Arrays.Wires;

public sealed class WiredWeightsTests
{
    private const int Rows = 30, Columns = 11;
    private static readonly int[] All = [.. Enumerable.Range(0, Rows)];

    [Fact]
    public void Wires_of_almost_no_resistance_change_nothing()
    {
        var (bare, wired) = (Array(), new WiredWeights(Array(), new WireSettings(1e-6, 1e-6), refreshEvery: 1));
        var (x, delta) = (Numbers(Rows, 1), Numbers(Columns, 2));
        var (a, b, back, wiredBack) = (new float[Columns], new float[Columns], new float[Rows], new float[Rows]);
        for (var step = 0; step < 3; step++)
        {
            bare.Multiply(new ActiveInput(All, x), a);
            wired.Multiply(new ActiveInput(All, x), b);
            bare.MultiplyTransposed(delta, back);
            wired.MultiplyTransposed(delta, wiredBack);
            for (var j = 0; j < Columns; j++)
            {
                Assert.Equal(a[j], b[j], 1e-4f);
            }

            for (var i = 0; i < Rows; i++)
            {
                Assert.Equal(back[i], wiredBack[i], 1e-4f);
            }

            bare.Update(new ActiveInput(All, x), delta, 0.5f);
            wired.Update(new ActiveInput(All, x), delta, 0.5f);
        }
    }

    [Fact]
    public void Sums_are_those_of_the_exact_solution_at_a_refresh()
    {
        var settings = new WireSettings(200, 200, 500, 500);
        var wired = new WiredWeights(Array(), settings, refreshEvery: 3);
        var (x, delta, found) = (Numbers(Rows, 3), Numbers(Columns, 4), new float[Columns]);
        for (var round = 0; round < 2; round++)
        {
            wired.Multiply(new ActiveInput(All, x), found);
            var exact = Exact(wired.Array, settings, x);
            for (var j = 0; j < Columns; j++)
            {
                Assert.Equal(exact[j], found[j], 1e-4);
            }

            for (var step = 0; step < 3; step++)
            {
                wired.Update(new ActiveInput(All, x), delta, 1);
            }
        }
    }

    // Wires that lose a few percent: what the exact solution moves by is nearly all in the cells' own changes.
    [Fact]
    public void Between_refreshes_the_sums_follow_the_cells()
    {
        var settings = new WireSettings(5, 5, 10, 10);
        var wired = new WiredWeights(Array(), settings, refreshEvery: 1000);
        var (x, delta, first, later) = (Numbers(Rows, 3), Numbers(Columns, 4), new float[Columns], new float[Columns]);
        wired.Multiply(new ActiveInput(All, x), first);
        wired.Update(new ActiveInput(All, x), delta, 1);
        wired.Multiply(new ActiveInput(All, x), later);
        var exact = Exact(wired.Array, settings, x);
        for (var j = 0; j < Columns; j++)
        {
            Assert.Equal(exact[j] - first[j], later[j] - first[j], 0.1 * Math.Abs(exact[j] - first[j]));
        }
    }

    private static double[] Exact(SynapseArray array, WireSettings settings, float[] x)
    {
        var (plus, minus) = (new double[Columns], new double[Columns]);
        double[] voltages = [.. x.Select(value => (double)value)];
        new WiredCrossbar(array.Plus, settings).Solve(voltages, plus);
        new WiredCrossbar(array.Minus, settings).Solve(voltages, minus);
        return [.. plus.Select((current, j) => array.WeightPerSiemens * (current - minus[j]))];
    }

    private static SynapseArray Array() =>
        new(Rows, Columns, SyntheticTable.Linear(), new SynapseSettings(1), new RandomStream(5, "wired weights"));

    private static float[] Numbers(int count, ulong seed)
    {
        var numbers = new float[count];
        new RandomStream(seed, "wired weights").FillUniform(numbers);
        return numbers;
    }
}
