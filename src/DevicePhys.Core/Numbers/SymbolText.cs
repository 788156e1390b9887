namespace DevicePhys.Numbers;

/// <summary>A set of expressions as text: shared terms once and in order, then the outputs.</summary>
/// <param name="Variables">The names of the variables that occur.</param>
/// <param name="Parameters">The parameters that occur, with their values.</param>
/// <param name="Terms">The named terms; each uses only terms before it.</param>
/// <param name="Outputs">The outputs, in the order they were given.</param>
public sealed record SymbolText(
    IReadOnlyList<string> Variables,
    IReadOnlyDictionary<string, double> Parameters,
    IReadOnlyList<SymbolTerm> Terms,
    IReadOnlyList<SymbolTerm> Outputs)
{
    internal SymbolEvaluator? Evaluator { get; init; }

    /// <summary>What the named terms are worth.</summary>
    /// <param name="values">The value of every variable.</param>
    /// <returns>[Terms].</returns>
    /// <exception cref="ArgumentException">A variable has no value.</exception>
    /// <exception cref="InvalidOperationException">The text is not that of a printer.</exception>
    public double[] TermValues(IReadOnlyDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var evaluator = Evaluator ?? throw new InvalidOperationException("Only a text that a printer wrote knows what its terms are worth.");
        return [.. evaluator.Evaluate(values.ToDictionary(pair => pair.Key, pair => (Real)pair.Value)).Select(value => value.Value)];
    }

    /// <summary>Terms and outputs, one <c>name = expression</c> a line.</summary>
    public override string ToString() => string.Join('\n', Terms.Concat(Outputs));
}
