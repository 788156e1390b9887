using System.Globalization;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Numbers;

/// <summary>Computes the text of the plain dialect, knowing nothing of the symbols it came from.</summary>
internal sealed class PlainText
{
    private readonly Dictionary<string, double> values;
    private string text = "";
    private int at;

    private PlainText(IReadOnlyDictionary<string, double> values) => this.values = new(values, StringComparer.Ordinal);

    /// <summary>[outputs] Each line <c>name = expression</c> in turn; later lines may use earlier names.</summary>
    public static double[] Evaluate(SymbolText printed, IReadOnlyDictionary<string, double> variables)
    {
        var reader = new PlainText(variables);
        foreach (var (name, value) in printed.Parameters)
            reader.values.Add(name, value);
        foreach (var line in printed.ToString().Split('\n'))
        {
            var parts = line.Split(" = ", 2);
            reader.values.Add(parts[0], reader.Read(parts[1]));
        }

        return [.. printed.Outputs.Select(output => reader.values[output.Name])];
    }

    private double Read(string expression)
    {
        (text, at) = (expression.Replace(" ", "", StringComparison.Ordinal), 0);
        var value = Sum();
        return at == text.Length ? value : throw new FormatException($"'{text}': '{text[at]}' at {at} should be an operator.");
    }

    private double Sum()
    {
        var value = Product();
        while (true)
        {
            if (Take('+'))
                value += Product();
            else if (Take('-'))
                value -= Product();
            else
                return value;
        }
    }

    private double Product()
    {
        var value = Take('-') ? -Unit() : Unit();
        while (true)
        {
            if (Take('*'))
                value *= Unit();
            else if (Take('/'))
                value /= Unit();
            else
                return value;
        }
    }

    private double Unit()
    {
        if (Take('('))
        {
            var value = Sum();
            if (Take('>'))
            {
                Expect('0');
                Expect('?');
                var ifPositive = Sum();
                Expect(':');
                var otherwise = Sum();
                value = value > 0 ? ifPositive : otherwise;
            }

            Expect(')');
            return value;
        }

        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '_' || (text[at] is '-' or '+' && InExponent(start))))
            at++;
        var word = text[start..at];
        return char.IsDigit(word[0]) ? double.Parse(word, CultureInfo.InvariantCulture) : Take('(') ? Call(word) : values[word];
    }

    /// <summary>Whether the sign at the reading place belongs to the number that began at the start.</summary>
    private bool InExponent(int start) => char.IsDigit(text[start]) && text[at - 1] == 'E';

    private double Call(string function)
    {
        var first = Sum();
        var second = Take(',') ? Sum() : double.NaN;
        Expect(')');
        return function switch
        {
            "exp" => Math.Exp(first),
            "log" => Math.Log(first),
            "sqrt" => Math.Sqrt(first),
            "pow" => Math.Pow(first, second),
            "sinh" => Real.Sinh(first).Value,
            "cosh" => Real.Cosh(first).Value,
            "tanh" => Math.Tanh(first),
            "abs" => Math.Abs(first),
            _ => throw new FormatException($"'{function}' should be a function of the plain dialect."),
        };
    }

    private bool Take(char expected)
    {
        var found = at < text.Length && text[at] == expected;
        at += found ? 1 : 0;
        return found;
    }

    private void Expect(char expected)
    {
        if (!Take(expected))
            throw new FormatException($"'{text}': '{expected}' should stand at {at}.");
    }
}
