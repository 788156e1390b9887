using CsCheck;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Numbers;

public class SymbolTests
{
    private static readonly Symbol X = Symbol.Variable("x"), Y = Symbol.Variable("y");

    public static TheoryData<Symbol, string> Texts => new()
    {
        { default, "0" },
        { 0 + X, "x" },
        { X + 0, "x" },
        { X - 0, "x" },
        { 0 - X, "0 - x" },
        { 1 * X, "x" },
        { X * 1, "x" },
        { X / 1, "x" },
        { 0 * X, "0 * x" },
        { -(-X), "x" },
        { Symbol.Pow(X, 1), "x" },
        { Symbol.Pow(X, 2), "pow(x, 2)" },
        { (Symbol)2 + 3, "5" },
        { Symbol.Exp(0) * X, "x" },
        { Symbol.Sqrt(2), "1.4142135623730951" },
        { Symbol.Log(-1), "log(-1)" },
        { (Symbol)1 / 0, "1 / 0" },
        { Symbol.Select(1, X, Y), "x" },
        { Symbol.Select(0, X, Y), "y" },
        { Symbol.Select(X, Y, 0), "(x > 0 ? y : 0)" },
        { X + (Y + 2), "x + (y + 2)" },
        { X + Y + 2, "x + y + 2" },
        { X - (Y - 2), "x - (y - 2)" },
        { X * Y + 2, "x * y + 2" },
        { X * (Y + 2), "x * (y + 2)" },
        { X / (Y / 2), "x / (y / 2)" },
        { X / Y / 2, "x / y / 2" },
        { -(X + Y), "-(x + y)" },
        { -X * Y, "-x * y" },
        { X * -Y, "x * (-y)" },
        { X - -2.5e-9, "x - (-2.5E-09)" },
        { -(X * Y), "-(x * y)" },
        { Symbol.Exp(-X), "exp(-x)" },
        { Symbol.Abs(X) + Symbol.Tanh(Y), "abs(x) + tanh(y)" },
        { Symbol.Parameter("kOff", 3) * X, "kOff * x" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_symbol_is_simplified_and_written_with_no_parenthesis_too_few_or_many(Symbol symbol, string expected) =>
        Assert.Equal("value = " + expected, symbol.ToString());

    [Fact]
    public void An_expression_computed_in_the_plain_reading_is_the_model_itself() =>
        RandomEquations.Gen.Sample(equations =>
        {
            var expected = equations.Run<Real>((_, value) => value);
            var computed = new SymbolEvaluator(equations.Run((name, _) => Symbol.Variable(name)))
                .Evaluate(equations.Values.ToDictionary(pair => pair.Key, pair => (Real)pair.Value));
            return expected.Zip(computed, (left, right) => left.Value.Equals(right.Value)).All(same => same);
        }, iter: 1000);

    [Fact]
    public void An_expression_computed_with_slopes_is_the_model_computed_with_slopes() =>
        RandomEquations.Gen.Sample(equations =>
        {
            var seeds = equations.Values.Select((pair, i) => (pair.Key, Dual.Variable(pair.Value, i))).ToDictionary();
            var expected = equations.Run((name, _) => seeds[name]);
            var computed = new SymbolEvaluator(equations.Run((name, _) => Symbol.Variable(name))).Evaluate(seeds);

            // A simplification (x^1) may give a number where the model itself gives infinity times 0: slopes that are no numbers are not compared.
            return expected.Zip(computed, (left, right) => left.Value.Equals(right.Value) && Enumerable.Range(0, 4).All(
                i => left.Slope(i).Equals(right.Slope(i)) || !double.IsFinite(left.Slope(i)))).All(same => same);
        }, iter: 1000);

    [Fact]
    public void A_parameter_keeps_its_value_until_another_is_given()
    {
        var evaluator = new SymbolEvaluator(Symbol.Parameter("k", 3) * X, X);
        Assert.Equal([6, 2], evaluator.Evaluate<Real>(new Dictionary<string, Real> { ["x"] = 2 }).Select(value => value.Value));
        Assert.Equal([10, 2], evaluator.Evaluate<Real>(new Dictionary<string, Real> { ["x"] = 2, ["k"] = 5 }).Select(value => value.Value));
    }

    [Fact]
    public void A_variable_without_value_is_named()
    {
        var values = new Dictionary<string, Real> { ["x"] = 2 };
        Assert.Contains("'y'", Assert.Throws<ArgumentException>(() => new SymbolEvaluator(X + Y).Evaluate(values)).Message);
    }

    [Fact]
    public void One_name_for_two_things_is_refused()
    {
        var k = Symbol.Parameter("k", 1);
        Assert.Contains("'k'", Assert.Throws<ArgumentException>(() => new SymbolEvaluator(k + Symbol.Parameter("k", 2))).Message);
        Assert.Contains("'k'", Assert.Throws<ArgumentException>(() => new SymbolEvaluator(k, Symbol.Variable("k"))).Message);
        Assert.Throws<ArgumentException>(() => Symbol.Variable(" "));
        Assert.Throws<ArgumentException>(() => Symbol.Parameter("", 1));
    }
}
