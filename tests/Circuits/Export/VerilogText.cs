using System.Globalization;
using System.Text.RegularExpressions;

namespace DevicePhys.Tests.Circuits.Export;

/// <summary>A Verilog-A module read back: the subset the exporter writes, with every name declared before it is used, and values computed from it.</summary>
internal sealed partial class VerilogText
{
    private static readonly Dictionary<string, (int Count, Func<double[], double> Of)> Functions = new()
    {
        ["exp"] = (1, x => Math.Exp(x[0])),
        ["ln"] = (1, x => Math.Log(x[0])),
        ["sqrt"] = (1, x => Math.Sqrt(x[0])),
        ["sinh"] = (1, x => Math.Sinh(x[0])),
        ["cosh"] = (1, x => Math.Cosh(x[0])),
        ["tanh"] = (1, x => Math.Tanh(x[0])),
        ["abs"] = (1, x => Math.Abs(x[0])),
        ["pow"] = (2, x => Math.Pow(x[0], x[1])),
        ["min"] = (2, x => Math.Min(x[0], x[1])),
        ["max"] = (2, x => Math.Max(x[0], x[1])),
    };

    private readonly Queue<string> words;
    private readonly HashSet<string> assigned = [];
    private readonly List<(string Target, string Kind, Func<IReadOnlyDictionary<string, double>, double> Value)> statements = [];

    public VerilogText(string text)
    {
        words = new Queue<string>(Words().Matches(text).Select(match => match.Value).Where(word => !word.StartsWith("//", StringComparison.Ordinal)));
        Expect("`include", "\"disciplines.vams\"", "module");
        Name = Next();
        Ports = List("(", ")");
        Expect(";", "inout");
        Assert(Ports.SequenceEqual(List("", ";")), "inout should repeat the ports");
        Expect("electrical");
        Nodes = List("", ";");
        Assert(Nodes.Distinct().Count() == Nodes.Count && !Ports.Except(Nodes).Any(), "every port is one node");
        while (words.Peek() != "analog")
            Declaration();
        Expect("analog", "begin");
        while (words.Peek() != "end")
            Statement();
        Expect("end", "endmodule");
        Assert(words.Count == 0, "nothing follows the module");
    }

    public string Name { get; }

    public List<string> Ports { get; }

    public List<string> Nodes { get; }

    public Dictionary<string, (double Value, string Unit, double Lower, double Upper)> Parameters { get; } = [];

    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>The variables, and what flows out of every branch: "I(a,b)" without and "Q(a,b)" under ddt, away from the operating point.</summary>
    public Dictionary<string, double> Compute(IReadOnlyDictionary<string, double> potentials)
    {
        var scope = new Dictionary<string, double>(potentials);
        foreach (var (name, parameter) in Parameters)
            scope.TryAdd(name, parameter.Value);
        var flows = new Dictionary<string, double>();
        foreach (var (target, kind, value) in statements)
        {
            if (kind == "=")
                scope[target] = flows[target] = value(scope);
            else
                flows[kind + target] = flows.GetValueOrDefault(kind + target) + value(scope);
        }

        return flows;
    }

    private void Declaration()
    {
        var unit = "";
        if (words.Peek() == "(*")
        {
            Expect("(*", "units", "=");
            unit = Next().Trim('"');
            Expect(",", "desc", "=");
            Assert(Next().Length > 2, "a description is not empty");
            Expect("*)");
        }

        if (words.Peek() != "parameter")
        {
            Expect("real");
            foreach (var name in List("", ";"))
                Assert(!Nodes.Contains(name) && !Parameters.ContainsKey(name) && Variables.TryAdd(name, unit), $"{name} is declared once");
            return;
        }

        Expect("parameter", "real");
        var parameter = Next();
        Expect("=");
        var value = Number();
        Expect("from");
        var open = Next();
        var lower = Number();
        Expect(":");
        var upper = Number();
        Assert(open is "[" or "(" && Next() is "]" or ")" && value >= lower && value <= upper, $"{parameter} lies in its range");
        Expect(";");
        Assert(!Nodes.Contains(parameter) && Parameters.TryAdd(parameter, (value, unit, lower, upper)), $"{parameter} is declared once");
    }

    private void Statement()
    {
        var target = Next();
        if (target != "I")
        {
            Assert(Variables.ContainsKey(target), $"{target} is declared");
            Expect("=");
            statements.Add((target, "=", Expression()));
            assigned.Add(target);
            Expect(";");
            return;
        }

        var branch = Branch();
        Expect("<+");
        var kind = words.Peek() == "ddt" ? "Q" : "I";
        if (kind == "Q")
            Expect("ddt");
        statements.Add((branch, kind, Expression()));
        Expect(";");
    }

    private string Branch()
    {
        var nodes = List("(", ")");
        Assert(nodes.Count is 1 or 2 && !nodes.Except(Nodes).Any(), $"{string.Join(",", nodes)} is a branch of declared nodes");
        return $"({string.Join(",", nodes)})";
    }

    // cond ? a : b, with a comparison as the only condition.
    private Func<IReadOnlyDictionary<string, double>, double> Expression()
    {
        var left = Sum();
        if (words.Peek() == ">")
        {
            Expect(">");
            var (test, right) = (left, Sum());
            left = scope => test(scope) > right(scope) ? 1 : 0;
        }

        if (words.Peek() != "?")
            return left;
        Expect("?");
        var yes = Expression();
        Expect(":");
        var no = Expression();
        return scope => left(scope) != 0 ? yes(scope) : no(scope);
    }

    private Func<IReadOnlyDictionary<string, double>, double> Sum()
    {
        var left = Product();
        while (words.Peek() is "+" or "-")
        {
            var (sign, first, second) = (Next() == "+" ? 1 : -1, left, Product());
            left = scope => first(scope) + (sign * second(scope));
        }

        return left;
    }

    private Func<IReadOnlyDictionary<string, double>, double> Product()
    {
        var left = Factor();
        while (words.Peek() is "*" or "/")
        {
            var (times, first, second) = (Next() == "*", left, Factor());
            left = scope => times ? first(scope) * second(scope) : first(scope) / second(scope);
        }

        return left;
    }

    private Func<IReadOnlyDictionary<string, double>, double> Factor()
    {
        var word = Next();
        if (word == "-")
        {
            var inner = Factor();
            return scope => -inner(scope);
        }

        if (word == "(")
        {
            var inner = Expression();
            Expect(")");
            return inner;
        }

        if (char.IsAsciiDigit(word[0]))
        {
            Assert(word == "0" || word.AsSpan().IndexOfAny('.', 'E') > 0, $"{word} is no integer, beside the 0 of a comparison");
            var value = double.Parse(word, CultureInfo.InvariantCulture);
            return _ => value;
        }

        if (word == "V")
        {
            var nodes = Branch()[1..^1].Split(',');
            return scope => scope[nodes[0]] - (nodes.Length == 2 ? scope[nodes[1]] : 0);
        }

        if (word == "analysis")
        {
            Expect("(", "\"static\"", ")");
            return _ => 0;
        }

        if (!Functions.TryGetValue(word, out var function))
        {
            Assert(Parameters.ContainsKey(word) || assigned.Contains(word), $"{word} has a value before it is used");
            return scope => scope[word];
        }

        Expect("(");
        var operands = new List<Func<IReadOnlyDictionary<string, double>, double>> { Expression() };
        while (words.Peek() == ",")
        {
            Expect(",");
            operands.Add(Expression());
        }

        Expect(")");
        Assert(operands.Count == function.Count, $"{word} has {function.Count} operands");
        return scope => function.Of([.. operands.Select(operand => operand(scope))]);
    }

    private double Number()
    {
        var word = Next();
        var sign = word == "-" ? -1 : 1;
        word = word == "-" ? Next() : word;
        return sign * (word == "inf" ? double.PositiveInfinity : double.Parse(word, CultureInfo.InvariantCulture));
    }

    private List<string> List(string open, string close)
    {
        if (open.Length > 0)
            Expect(open);
        var names = new List<string> { Next() };
        while (words.Peek() == ",")
        {
            Expect(",");
            names.Add(Next());
        }

        Expect(close);
        Assert(names.All(name => char.IsAsciiLetter(name[0])), $"{string.Join(" ", names)} are names");
        return names;
    }

    private string Next() => words.TryDequeue(out var word) ? word : throw new FormatException("the module ends too early");

    private void Expect(params string[] expected)
    {
        foreach (var word in expected)
            Assert(Next() is var found && found == word, $"'{word}' stands where '{found}' does");
    }

    private static void Assert(bool holds, string what)
    {
        if (!holds)
            throw new FormatException($"It should hold that {what}.");
    }

    [GeneratedRegex("""//[^\n]*|"[^"\n]*"|`include|\(\*|\*\)|<\+|[A-Za-z_][A-Za-z_0-9]*|[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?|\S""")]
    private static partial Regex Words();
}
