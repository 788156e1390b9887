using CsCheck;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Numbers;

/// <summary>One model written over the number type, in its three readings.</summary>
public class ReadingsOfOneModelTests
{
    private static readonly VteamLike<Real> Values = new((name, value) => value);
    private static readonly VteamLike<Dual> Slopes = new((name, value) => value);
    private static readonly VteamLike<Symbol> Text = new(Symbol.Parameter);

    private static readonly Gen<(double Voltage, double State)> Points = Gen.Select(
        Gen.OneOf(Gen.Double[-1, 1], Gen.Double[0.0197, 0.0203], Gen.Double[-0.203, -0.197]),
        Gen.OneOf(Gen.Double[0, 1], Gen.Double[-0.005, 0.02], Gen.Double[0.98, 1.005]));

    [Fact]
    public void The_reading_with_slopes_has_the_same_values_to_the_bit() =>
        Points.Sample(point =>
        {
            var (current, rate) = Evaluate(Values, point.Voltage, point.State);
            var (dualCurrent, dualRate) = Evaluate(Slopes, Dual.Variable(point.Voltage, 0), Dual.Variable(point.State, 1));
            return AnyDouble.Same(current, dualCurrent.Value) && AnyDouble.Same(rate, dualRate.Value);
        }, iter: AnyDouble.Many);

    [Fact]
    public void Slopes_agree_with_central_differences() =>
        Points.Sample(point =>
        {
            var (v, x) = point;
            var (current, rate) = Evaluate(Slopes, Dual.Variable(v, 0), Dual.Variable(x, 1));
            const double h = 1e-7;
            var (currentUp, rateUp) = Evaluate(Values, v + h, x);
            var (currentDown, rateDown) = Evaluate(Values, v - h, x);
            Near((currentUp - currentDown) / (2 * h), current.Slope(0), 1e-3);
            Near((rateUp - rateDown) / (2 * h), rate.Slope(0), 1e4 * h);
            (currentUp, rateUp) = Evaluate(Values, v, x + h);
            (currentDown, rateDown) = Evaluate(Values, v, x - h);
            Near((currentUp - currentDown) / (2 * h), current.Slope(1), 1e-3);

            // The second derivative inside the band of x is of the order rate/width², and jumps at its edges: differences are no better than
            // that times h.
            Near((rateUp - rateDown) / (2 * h), rate.Slope(1), (1e-3 + Math.Abs(rate.Value) + Math.Abs(rateUp)) * 1e5 * h);
        }, iter: AnyDouble.Many);

    [Fact]
    public void Sensitivities_to_the_card_are_the_derivatives_written_by_hand()
    {
        // Above threshold and away from the ends: dx/dt = kOff (v/vOff - 1)^aOff, so d/dkOff = rate/kOff, d/dvOff = -kOff v/vOff² (aOff = 1).
        var model = new VteamLike<Dual>((name, value) => name switch
        {
            "KOff" => Dual.Variable(value, 0),
            "VOff" => Dual.Variable(value, 1),
            "AlphaOff" => Dual.Variable(value, 2),
            "ROff" => Dual.Variable(value, 3),
            _ => value,
        });
        const double v = 0.5, x = 0.4, kOff = 5e-4, vOff = 0.02, u = v / vOff - 1;
        var (current, rate) = Evaluate<Dual>(model, v, x);
        Assert.Equal(u, rate.Slope(0), 1e-12);
        Assert.Equal(-kOff * v / (vOff * vOff), rate.Slope(1), 1e-12);
        Assert.Equal(kOff * u * Math.Log(u), rate.Slope(2), 1e-12);
        var resistance = 50 + (950 * x);
        Assert.Equal(-v * x / (resistance * resistance), current.Slope(3), 1e-15);
    }

    [Fact]
    public void The_expression_computed_and_its_printed_text_computed_back_have_the_same_values_to_the_bit()
    {
        var (current, rate) = Evaluate(Text, Symbol.Variable("v"), Symbol.Variable("x"));
        var evaluator = new SymbolEvaluator(current, rate);
        var printed = new SymbolPrinter().Print(("i", current), ("dx", rate));
        Assert.Equal(["ROn", "ROff", "VOn", "VOff", "KOn", "KOff", "AlphaOn", "AlphaOff"], printed.Parameters.Keys.OrderBy(Order));
        Points.Sample(point =>
        {
            var (v, x) = point;
            var (realCurrent, realRate) = Evaluate(Values, v, x);
            var computed = evaluator.Evaluate<Real>(new Dictionary<string, Real> { ["v"] = v, ["x"] = x });
            var back = PlainText.Evaluate(printed, new Dictionary<string, double> { ["v"] = v, ["x"] = x });
            return computed[0].Value == realCurrent && computed[1].Value == realRate && back[0] == realCurrent && back[1] == realRate;
        }, iter: 1000);
    }

    private static int Order(string name) => Array.IndexOf(["ROn", "ROff", "VOn", "VOff", "KOn", "KOff", "AlphaOn", "AlphaOff"], name);

    private static void Near(double expected, double actual, double tolerance) =>
        Assert.InRange(Math.Abs(expected - actual), 0, tolerance * Math.Max(1, Math.Abs(expected)));

    private static (T Current, T Rate) Evaluate<T>(VteamLike<T> model, T voltage, T state)
        where T : struct, IReal<T>
    {
        Span<T> rates = [default];
        var current = model.Evaluate(voltage, [state], rates);
        return (current, rates[0]);
    }
}
