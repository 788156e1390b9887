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
    /// <summary>Terms and outputs, one <c>name = expression</c> a line.</summary>
    public override string ToString() => string.Join('\n', Terms.Concat(Outputs));
}
