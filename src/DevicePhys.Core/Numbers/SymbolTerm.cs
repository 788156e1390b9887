namespace DevicePhys.Numbers;

/// <summary>A named piece of a printed expression.</summary>
/// <param name="Name">The name.</param>
/// <param name="Expression">Its text, over variables, parameters and earlier terms.</param>
public sealed record SymbolTerm(string Name, string Expression)
{
    /// <summary><c>name = expression</c>.</summary>
    public override string ToString() => $"{Name} = {Expression}";
}
