using System.Globalization;

namespace DevicePhys.Numbers;

/// <summary>Writes expressions as text, terms that occur more than once named once.</summary>
/// <remarks>
/// Parentheses keep the order of the operations, so the text computes the same value to the bit in any language with IEEE doubles and the
/// same functions.
/// Names are written as they are; a target that ignores case or reserves words needs its own names given to the symbols.
/// </remarks>
public sealed class SymbolPrinter
{
    private readonly SymbolDialect dialect;
    private readonly string prefix;
    private readonly int shortest, longest;

    /// <summary>A printer.</summary>
    /// <param name="dialect">The target language; <see cref="SymbolDialect.Plain"/> where none is given.</param>
    /// <param name="prefix">What the names of terms begin with; a number follows.</param>
    /// <param name="shortest">[characters] A shared term shorter than this is repeated instead of named.</param>
    /// <param name="longest">
    /// [characters] A term longer than this is named even where it occurs once, so that no line and no nesting grows without end.
    /// </param>
    /// <exception cref="ArgumentException">The prefix is empty, or the longest is below 1.</exception>
    public SymbolPrinter(SymbolDialect? dialect = null, string prefix = "t", int shortest = 0, int longest = 200)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        this.dialect = dialect ?? SymbolDialect.Plain;
        this.prefix = prefix;
        this.shortest = shortest;
        this.longest = longest;
    }

    /// <summary>How tightly a text holds together; an operand below what its place asks for goes in parentheses.</summary>
    private enum Binding
    {
        Sum,
        Product,
        Signed,
        Unit,
    }

    /// <summary>Writes expressions.</summary>
    /// <param name="outputs">The expressions with their names.</param>
    /// <exception cref="ArgumentException">A name stands for two things, or a constant is infinite or not a number.</exception>
    public SymbolText Print(params IReadOnlyList<(string Name, Symbol Value)> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        var graph = new SymbolGraph(outputs.Select(output => output.Value));
        var variables = graph.Terms.Where(term => term.Operation == SymbolOperation.Variable).Select(term => term.Name!).ToList();
        var parameters = graph.Terms.Where(term => term.Operation == SymbolOperation.Parameter).ToDictionary(term => term.Name!, term => term.Value);
        var names = Names(outputs, [.. variables, .. parameters.Keys]).GetEnumerator();
        var (uses, outputUses) = CountUses(graph);
        var texts = new (string Text, Binding Binding)[graph.Terms.Count];
        var (terms, places) = (new List<SymbolTerm>(), new List<int>());
        for (var i = 0; i < texts.Length; i++)
        {
            var term = graph.Terms[i];
            texts[i] = Write(graph, term, texts);
            var length = texts[i].Text.Length;
            var shared = uses[i] + outputUses[i] > 1 && length >= shortest;
            if (term.IsLeaf || !(shared || (uses[i] > 0 && length > longest)))
                continue;
            names.MoveNext();
            terms.Add(new(names.Current, texts[i].Text));
            places.Add(i);
            texts[i] = (Fill(dialect.Term, names.Current), Binding.Unit);
        }

        return new(variables, parameters, terms, [.. outputs.Select((output, k) => new SymbolTerm(output.Name, texts[graph.Outputs[k]].Text))])
        {
            Evaluator = new(graph, places),
        };
    }

    /// <summary>Names for terms: the prefix and a number, without those already taken.</summary>
    private IEnumerable<string> Names(IReadOnlyList<(string Name, Symbol Value)> outputs, IReadOnlyList<string> leaves)
    {
        // Names that differ only in case are one name in some targets, so a term takes neither.
        var taken = new HashSet<string>(leaves, StringComparer.OrdinalIgnoreCase);
        var exact = new HashSet<string>(leaves, StringComparer.Ordinal);
        foreach (var (name, _) in outputs)
        {
            if (!exact.Add(name))
                throw new ArgumentException($"The output '{name}' should have a name of its own.", nameof(outputs));
            taken.Add(name);
        }

        return Enumerable.Range(1, int.MaxValue).Select(number => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}")).Where(taken.Add);
    }

    /// <summary>[terms] How often each term is an operand, and how often an output.</summary>
    private static (int[] Uses, int[] OutputUses) CountUses(SymbolGraph graph)
    {
        var uses = new int[graph.Terms.Count];
        var outputUses = new int[graph.Terms.Count];
        foreach (var term in graph.Terms)
        {
            foreach (var operand in (ReadOnlySpan<int>)[term.First, term.Second, term.Third])
            {
                if (operand >= 0)
                    uses[operand]++;
            }
        }

        foreach (var output in graph.Outputs)
            outputUses[output]++;
        return (uses, outputUses);
    }

    private (string Text, Binding Binding) Write(SymbolGraph graph, SymbolGraph.Term term, (string Text, Binding Binding)[] texts)
    {
        return term.Operation switch
        {
            SymbolOperation.Constant => Number(term.Value),
            SymbolOperation.Parameter => (Fill(dialect.Parameter, term.Name!), Binding.Unit),
            SymbolOperation.Variable => (Fill(dialect.Variable, term.Name!), Binding.Unit),
            SymbolOperation.Add => ($"{Left(Binding.Sum)} + {Right(Binding.Product)}", Binding.Sum),
            SymbolOperation.Subtract => ($"{Left(Binding.Sum)} - {Right(Binding.Product)}", Binding.Sum),
            SymbolOperation.Multiply => ($"{Left(Binding.Product)} * {Right(Binding.Unit)}", Binding.Product),
            SymbolOperation.Divide when Reciprocal(graph.Terms[term.Second]) is { } factor => ($"{Left(Binding.Product)} * {factor}", Binding.Product),
            SymbolOperation.Divide => ($"{Left(Binding.Product)} / {Right(Binding.Unit)}", Binding.Product),
            SymbolOperation.Negate => ($"-{Left(Binding.Unit)}", Binding.Signed),
            SymbolOperation.Exp => Call(dialect.Exp),
            SymbolOperation.Log => Call(dialect.Log),
            SymbolOperation.Sqrt => Call(dialect.Sqrt),
            SymbolOperation.Pow => Call(dialect.Pow),
            SymbolOperation.Sinh => Call(dialect.Sinh),
            SymbolOperation.Cosh => Call(dialect.Cosh),
            SymbolOperation.Tanh => Call(dialect.Tanh),
            SymbolOperation.Abs => Call(dialect.Abs),
            SymbolOperation.Select => Call(dialect.Select),
            _ => throw new ArgumentOutOfRangeException(nameof(term), term.Operation, "The printer knows no such operation."),
        };

        string Left(Binding least) => Operand(term.First, least);

        // A right operand in parentheses keeps the order; a sign after an operator is refused by some targets.
        string Right(Binding least) =>
            texts[term.Second].Binding == Binding.Signed ? $"({texts[term.Second].Text})" : Operand(term.Second, least);

        string Operand(int place, Binding least) => texts[place].Binding < least ? $"({texts[place].Text})" : texts[place].Text;

        (string, Binding) Call(string template) => (
            Fill(template, texts[term.First].Text, term.Second < 0 ? "" : texts[term.Second].Text, term.Third < 0 ? "" : texts[term.Third].Text),
            Binding.Unit);
    }

    private string? Reciprocal(SymbolGraph.Term divisor) =>
        divisor.Operation == SymbolOperation.Constant && Math.Abs(divisor.Value) < dialect.SmallestDivisor && double.IsFinite(1 / divisor.Value)
            ? Number(1 / divisor.Value) is (var text, Binding.Unit) ? text : $"({Number(1 / divisor.Value).Text})"
            : null;

    private (string Text, Binding Binding) Number(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The constant {value} cannot be written: it should be finite."));
        var size = dialect.Number(Math.Abs(value));
        return double.IsNegative(value) ? ("-" + size, Binding.Signed) : (size, Binding.Unit);
    }

    private static string Fill(string template, params ReadOnlySpan<string> operands) =>
        string.Format(CultureInfo.InvariantCulture, template, [.. operands]);
}
