using System.Globalization;
using CsCheck;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Numbers;

public class SymbolPrinterTests
{
    private static readonly Symbol X = Symbol.Variable("x"), Y = Symbol.Variable("y");

    [Fact]
    public void Printed_text_computed_back_is_the_model_itself() =>
        Gen.Select(RandomEquations.Gen, Gen.Int[0, 80], Gen.Int[1, 300]).Sample((equations, shortest, longest) =>
        {
            var expected = equations.Run<Real>((_, value) => value);
            var symbols = equations.Run((name, _) => Symbol.Variable(name));
            var printed = new SymbolPrinter(shortest: shortest, longest: longest).Print([.. symbols.Select((symbol, i) => ($"out{i}", symbol))]);
            var computed = PlainText.Evaluate(printed, equations.Values);
            return expected.Zip(computed, (left, right) => left.Value.Equals(right)).All(same => same);
        }, iter: 1000);

    [Fact]
    public void Numbers_are_printed_so_that_they_read_back_to_the_bit() =>
        AnyDouble.Gen.Where(double.IsFinite).Sample(x =>
            AnyDouble.Same(x, PlainText.Evaluate(new SymbolPrinter().Print(("out", x)), new Dictionary<string, double>())[0]), iter: AnyDouble.Many);

    [Fact]
    public void A_shared_term_is_named_once_even_when_the_model_wrote_it_twice()
    {
        var text = new SymbolPrinter().Print(("i", Symbol.Exp(X + Y) * X), ("dx", Symbol.Exp(Y + X) / Y), ("dy", X + Y));
        Assert.Equal("t1 = x + y\nt2 = exp(t1)\ni = t2 * x\ndx = t2 / y\ndy = t1", text.ToString());
        Assert.Equal(["x", "y"], text.Variables);
    }

    [Fact]
    public void A_difference_and_its_reverse_are_two_terms() =>
        Assert.Equal("value = (x - y) / (y - x)", ((X - Y) / (Y - X)).ToString());

    [Fact]
    public void A_short_shared_term_is_repeated_where_that_is_asked_for() =>
        Assert.Equal("out = (x + y) * (x + y)", new SymbolPrinter(shortest: 6).Print(("out", (X + Y) * (X + Y))).ToString());

    [Fact]
    public void A_long_term_is_named_even_where_it_occurs_once() =>
        Assert.Equal("t1 = x + y + x + y\nout = t1 + x + y", new SymbolPrinter(longest: 10).Print(("out", X + Y + X + Y + X + Y)).ToString());

    [Fact]
    public void A_tiny_constant_divisor_becomes_a_factor_where_the_target_cannot_divide_by_it()
    {
        var printer = new SymbolPrinter(SymbolDialect.Plain with { SmallestDivisor = 1e-20 });
        Assert.Equal("out = x * 4E+33 + x / 1E-19", printer.Print(("out", (X / 2.5e-34) + (X / 1e-19))).ToString());
        Assert.Equal("out = x * (-4E+33)", printer.Print(("out", X / -2.5e-34)).ToString());
        Assert.Equal("out = x / 2.5E-34", new SymbolPrinter().Print(("out", X / 2.5e-34)).ToString());
    }

    [Fact]
    public void A_name_that_is_taken_in_any_case_is_not_given_to_a_term()
    {
        var shared = Symbol.Variable("T1") + X;
        Assert.Equal("t3 = T1 + x\nt2 = t3 * t3", new SymbolPrinter().Print(("t2", shared * shared)).ToString());
    }

    [Fact]
    public void Parameters_are_written_by_name_and_listed_with_their_values()
    {
        var text = new SymbolPrinter().Print(("i", X / Symbol.Parameter("ROn", 1e3)));
        Assert.Equal("i = x / ROn", text.ToString());
        Assert.Equal(new Dictionary<string, double> { ["ROn"] = 1e3 }, text.Parameters);
    }

    [Fact]
    public void A_dialect_says_how_everything_but_arithmetic_is_written()
    {
        var dialect = SymbolDialect.Plain with
        {
            Log = "ln({0})",
            Pow = "(({0})**({1}))",
            Select = "if({0} > 0, {1}, {2})",
            Variable = "V({0})",
            Parameter = "{{{0}}}",
            Term = "V({0})",
            Number = value => value.ToString("0.0###", CultureInfo.InvariantCulture),
        };
        var shared = Symbol.Pow(X, 2) * Symbol.Parameter("k", 3);
        var text = new SymbolPrinter(dialect, prefix: "n").Print(("out", Symbol.Select(X, Symbol.Log(shared), shared - -1)));
        Assert.Equal("n1 = ((V(x))**(2.0)) * {k}\nout = if(V(x) > 0, ln(V(n1)), V(n1) - (-1.0))", text.ToString());
    }

    [Fact]
    public void Names_that_collide_and_constants_that_are_not_numbers_are_refused()
    {
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => new SymbolPrinter().Print(("x", X + 1))).Message);
        Assert.Contains("'i'", Assert.Throws<ArgumentException>(() => new SymbolPrinter().Print(("i", X), ("i", Y))).Message);
        Assert.Throws<ArgumentException>(() => new SymbolPrinter().Print(("i", X * double.PositiveInfinity)));
        Assert.Throws<ArgumentException>(() => new SymbolPrinter().Print(("i", X * double.NaN)));
        Assert.Throws<ArgumentException>(() => new SymbolPrinter(prefix: ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SymbolPrinter(longest: 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_chain_of_a_hundred_thousand_terms_is_printed_and_computed(bool leftDeep)
    {
        Symbol sum = 0;
        var expected = 0.0;
        for (var i = 1; i <= 100_000; i++)
        {
            sum = leftDeep ? sum * 0.5 + X * i : X * i - sum / 3;
            expected = leftDeep ? expected * 0.5 + 0.1 * i : 0.1 * i - expected / 3;
        }

        Assert.Equal(expected, new SymbolEvaluator(sum).Evaluate<Real>(new Dictionary<string, Real> { ["x"] = 0.1 })[0].Value);
        var printed = new SymbolPrinter().Print(("sum", sum));
        Assert.True(printed.Terms.Max(term => term.Expression.Length) < 3 * 200, "no line should grow with the depth of the tree");
        Assert.Equal(expected, PlainText.Evaluate(printed, new Dictionary<string, double> { ["x"] = 0.1 })[0]);
    }

    [Fact]
    public void A_term_squared_again_and_again_is_printed_in_as_many_lines()
    {
        var power = X;
        for (var i = 0; i < 1000; i++)
            power *= power;
        Assert.Equal(1000, new SymbolPrinter().Print(("out", power)).ToString().Split('\n').Length);
    }
}
