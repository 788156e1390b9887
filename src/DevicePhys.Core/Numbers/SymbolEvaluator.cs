namespace DevicePhys.Numbers;

/// <summary>Computes expressions for given values, in any reading.</summary>
/// <remarks>
/// Immutable, so one instance serves any number of threads. Every distinct term is computed once, both branches of a choice included.
/// </remarks>
public sealed class SymbolEvaluator
{
    private readonly SymbolGraph graph;
    private readonly IReadOnlyList<int> places;

    /// <summary>Prepares the expressions.</summary>
    /// <param name="outputs">The expressions to compute.</param>
    /// <exception cref="ArgumentException">One name stands for two different things.</exception>
    public SymbolEvaluator(params IReadOnlyList<Symbol> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        graph = new(outputs);
        places = graph.Outputs;
    }

    /// <summary>Prepares some terms of a graph.</summary>
    internal SymbolEvaluator(SymbolGraph graph, IReadOnlyList<int> places) => (this.graph, this.places) = (graph, places);

    /// <summary>The values of the expressions.</summary>
    /// <typeparam name="T">The reading to compute in.</typeparam>
    /// <param name="values">The value of every variable; a parameter may be there too, else it has its own value.</param>
    /// <returns>[outputs], in the order they were given.</returns>
    /// <exception cref="ArgumentException">A variable has no value.</exception>
    public T[] Evaluate<T>(IReadOnlyDictionary<string, T> values)
        where T : struct, IReal<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        var terms = new T[graph.Terms.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            var term = graph.Terms[i];
            terms[i] = term.Operation switch
            {
                SymbolOperation.Constant => term.Value,
                SymbolOperation.Parameter => values.TryGetValue(term.Name!, out var given) ? given : T.Parameter(term.Name!, term.Value),
                SymbolOperation.Variable => values.TryGetValue(term.Name!, out var given) ? given
                    : throw new ArgumentException($"The variable '{term.Name}' has no value.", nameof(values)),
                _ => SymbolNode.Apply(term.Operation, terms[term.First], At(term.Second), At(term.Third)),
            };
        }

        return [.. places.Select(place => terms[place])];

        T At(int operand) => operand < 0 ? default : terms[operand];
    }
}
