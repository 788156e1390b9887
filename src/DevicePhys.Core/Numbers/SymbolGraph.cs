namespace DevicePhys.Numbers;

/// <summary>Expressions as one list of distinct terms, operands before their users.</summary>
/// <remarks>Built with an explicit stack, so that a chain of any depth is as good as a balanced tree.</remarks>
internal sealed class SymbolGraph
{
    private readonly List<Term> terms = [];
    private readonly Dictionary<Term, int> places = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public SymbolGraph(IEnumerable<Symbol> outputs)
    {
        var visited = new Dictionary<SymbolNode, int>();
        Outputs = [.. outputs.Select(output => Visit(output.Node, visited))];
    }

    public IReadOnlyList<Term> Terms => terms;

    /// <summary>[outputs] the place of each output among the terms.</summary>
    public IReadOnlyList<int> Outputs { get; }

    private int Visit(SymbolNode root, Dictionary<SymbolNode, int> visited)
    {
        var open = new Stack<SymbolNode>([root]);
        while (open.TryPeek(out var node))
        {
            if (!visited.ContainsKey(node))
            {
                // Pushed last to first, so that the list keeps the order in which the model was written.
                var before = open.Count;
                PushUnless(visited, node.Third, open);
                PushUnless(visited, node.Second, open);
                PushUnless(visited, node.First, open);
                if (open.Count > before)
                    continue;
                var bits = BitConverter.DoubleToInt64Bits(node.Value);
                visited[node] = Place(new(node.Operation, bits, node.Name, At(node.First), At(node.Second), At(node.Third)));
            }

            open.Pop();
        }

        return visited[root];

        int At(SymbolNode? operand) => operand is null ? -1 : visited[operand];
    }

    private static void PushUnless(Dictionary<SymbolNode, int> visited, SymbolNode? operand, Stack<SymbolNode> open)
    {
        if (operand is not null && !visited.ContainsKey(operand))
            open.Push(operand);
    }

    /// <summary>The place of a term; an equal one that is already there serves for both.</summary>
    private int Place(Term term)
    {
        // a + b and b + a have the same value to the bit; the one written first is kept.
        var key = term.Operation is SymbolOperation.Add or SymbolOperation.Multiply && term.First > term.Second
            ? term with { First = term.Second, Second = term.First }
            : term;
        if (places.TryGetValue(key, out var place))
            return place;
        if (term.Name is not null && !names.Add(term.Name))
            throw new ArgumentException($"'{term.Name}' names two different things: it should be one variable, or one parameter with one value.");
        places[key] = terms.Count;
        terms.Add(term);
        return terms.Count - 1;
    }

    /// <summary>One distinct term; operands are places in the list, -1 where there is none.</summary>
    /// <remarks>The value is kept as bits: 0 and -0 are two terms, though they are equal doubles.</remarks>
    internal readonly record struct Term(SymbolOperation Operation, long Bits, string? Name, int First, int Second, int Third)
    {
        public double Value => BitConverter.Int64BitsToDouble(Bits);

        public bool IsLeaf => First < 0;
    }
}
