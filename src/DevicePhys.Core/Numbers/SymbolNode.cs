namespace DevicePhys.Numbers;

/// <summary>One immutable node of an expression.</summary>
/// <param name="operation">What the node does.</param>
/// <param name="value">The value of a constant or a parameter.</param>
/// <param name="name">The name of a parameter or a variable.</param>
/// <param name="first">The first operand.</param>
/// <param name="second">The second operand.</param>
/// <param name="third">The third operand.</param>
/// <remarks>A class, not a record: generated equality and text would walk the tree recursively, and trees can be deep.</remarks>
internal sealed class SymbolNode(
    SymbolOperation operation, double value = 0, string? name = null, SymbolNode? first = null, SymbolNode? second = null, SymbolNode? third = null)
{
    public static SymbolNode Zero { get; } = new(SymbolOperation.Constant);

    public SymbolOperation Operation => operation;

    public double Value => value;

    public string? Name => name;

    public SymbolNode? First => first;

    public SymbolNode? Second => second;

    public SymbolNode? Third => third;

    /// <summary>Whether the node is this constant, to the bit.</summary>
    public bool Is(double constant) =>
        operation == SymbolOperation.Constant && BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(constant);

    /// <summary>Applies an operation to operands in any reading; operands the operation does not have are ignored.</summary>
    public static T Apply<T>(SymbolOperation operation, T first, T second, T third)
        where T : struct, IReal<T> => operation switch
        {
            SymbolOperation.Add => first + second,
            SymbolOperation.Subtract => first - second,
            SymbolOperation.Multiply => first * second,
            SymbolOperation.Divide => first / second,
            SymbolOperation.Negate => -first,
            SymbolOperation.Exp => T.Exp(first),
            SymbolOperation.Log => T.Log(first),
            SymbolOperation.Sqrt => T.Sqrt(first),
            SymbolOperation.Pow => T.Pow(first, second),
            SymbolOperation.Sinh => T.Sinh(first),
            SymbolOperation.Cosh => T.Cosh(first),
            SymbolOperation.Tanh => T.Tanh(first),
            SymbolOperation.Abs => T.Abs(first),
            SymbolOperation.Select => T.Select(first, second, third),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Constants, parameters and variables have no operands."),
        };
}
