using DevicePhys.Simulation;
using Xunit;

namespace DevicePhys.Tests.Simulation;

public sealed class TableauTests
{
    [Theory] // Order conditions: Hairer, Norsett, Wanner, Solving ODEs I, table II.2.1.
    [InlineData(IntegrationMethod.Esdirk4, 4, 3)]
    [InlineData(IntegrationMethod.TrBdf2, 2, 3)]
    public void The_weights_satisfy_the_order_conditions(IntegrationMethod method, int order, int embeddedOrder)
    {
        var tableau = Tableau.Of(method);
        var a = tableau.A.Select((row, i) => i == 0 ? [] : row).ToArray();
        for (var i = 0; i < a.Length; i++)
            Assert.Equal(tableau.C[i], a[i].Sum(), 1e-14);
        Check(tableau.B, order);
        Check([.. tableau.B.Zip(tableau.ErrorWeights, (b, e) => b - e)], embeddedOrder);

        double[] Times(double[] v) => [.. a.Select(row => row.Select((w, j) => w * v[j]).Sum())];

        void Check(double[] weights, int upTo)
        {
            var c = tableau.C;
            double[] square = [.. c.Select(x => x * x)], cube = [.. c.Select(x => x * x * x)];
            (int Order, double[] Vector, double Value)[] conditions =
            [
                (1, [.. c.Select(_ => 1.0)], 1), (2, c, 1 / 2.0), (3, square, 1 / 3.0), (3, Times(c), 1 / 6.0), (4, cube, 1 / 4.0),
                (4, [.. c.Zip(Times(c), (x, y) => x * y)], 1 / 8.0), (4, Times(square), 1 / 12.0), (4, Times(Times(c)), 1 / 24.0),
            ];
            foreach (var (_, vector, value) in conditions.Where(condition => condition.Order <= upTo))
                Assert.Equal(value, weights.Zip(vector, (w, x) => w * x).Sum(), 1e-14);
        }
    }

    [Fact] // Lambda(s) = s + s² on [0, 1]: reaches 0.75 at s = 0.5.
    public void The_crossing_of_a_cubic_is_found() =>
        Assert.Equal(0.5e-9, JumpClock.Crossing(1e-9, 1e9, 3e9, 2, 0.75), 1e-20);
}
