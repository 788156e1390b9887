namespace DevicePhys.Numbers;

/// <summary>The symbolic reading: an expression over named variables and parameters.</summary>
/// <remarks>
/// Immutable; <see cref="SymbolPrinter"/> writes it and <see cref="SymbolEvaluator"/> computes it, and both find equal sub-terms by structure.
/// Constants are folded and neutral elements dropped (0 + x, x - 0, 1 x, x/1, --x, x¹) with no change of value; only the sign of a zero may differ.
/// 0 x stays, because x may be infinite. The default value is the constant 0.
/// </remarks>
public readonly struct Symbol : IReal<Symbol>
{
    private readonly SymbolNode? node;

    private Symbol(SymbolNode node) => this.node = node;

    /// <summary>The root of the expression.</summary>
    internal SymbolNode Node => node ?? SymbolNode.Zero;

    /// <summary>A named quantity whose value is given when the expression is computed.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static Symbol Variable(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(new SymbolNode(SymbolOperation.Variable, name: name));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static Symbol Parameter(string name, double value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(new SymbolNode(SymbolOperation.Parameter, value, name));
    }

    /// <summary>A constant.</summary>
    public static implicit operator Symbol(double value) => new(new SymbolNode(SymbolOperation.Constant, value));

    /// <inheritdoc/>
    public static Symbol operator +(Symbol left, Symbol right) =>
        IsZero(left) ? right : IsZero(right) ? left : Fold(SymbolOperation.Add, left.Node, right.Node);

    /// <inheritdoc/>
    public static Symbol operator -(Symbol left, Symbol right) => IsZero(right) ? left : Fold(SymbolOperation.Subtract, left.Node, right.Node);

    /// <inheritdoc/>
    public static Symbol operator *(Symbol left, Symbol right) =>
        left.Node.Is(1) ? right : right.Node.Is(1) ? left : Fold(SymbolOperation.Multiply, left.Node, right.Node);

    /// <inheritdoc/>
    public static Symbol operator /(Symbol left, Symbol right) => right.Node.Is(1) ? left : Fold(SymbolOperation.Divide, left.Node, right.Node);

    /// <inheritdoc/>
    public static Symbol operator -(Symbol value) =>
        value.Node.Operation == SymbolOperation.Negate ? new(value.Node.First!) : Fold(SymbolOperation.Negate, value.Node);

    /// <inheritdoc/>
    public static Symbol Exp(Symbol value) => Fold(SymbolOperation.Exp, value.Node);

    /// <inheritdoc/>
    public static Symbol Log(Symbol value) => Fold(SymbolOperation.Log, value.Node);

    /// <inheritdoc/>
    public static Symbol Sqrt(Symbol value) => Fold(SymbolOperation.Sqrt, value.Node);

    /// <inheritdoc/>
    public static Symbol Pow(Symbol value, Symbol exponent) =>
        exponent.Node.Is(1) ? value : Fold(SymbolOperation.Pow, value.Node, exponent.Node);

    /// <inheritdoc/>
    public static Symbol Sinh(Symbol value) => Fold(SymbolOperation.Sinh, value.Node);

    /// <inheritdoc/>
    public static Symbol Cosh(Symbol value) => Fold(SymbolOperation.Cosh, value.Node);

    /// <inheritdoc/>
    public static Symbol Tanh(Symbol value) => Fold(SymbolOperation.Tanh, value.Node);

    /// <inheritdoc/>
    public static Symbol Abs(Symbol value) => Fold(SymbolOperation.Abs, value.Node);

    /// <inheritdoc/>
    public static Symbol Select(Symbol test, Symbol ifPositive, Symbol otherwise) =>
        test.Node.Operation == SymbolOperation.Constant ? (test.Node.Value > 0 ? ifPositive : otherwise)
        : new(new SymbolNode(SymbolOperation.Select, 0, null, test.Node, ifPositive.Node, otherwise.Node));

    /// <summary>The expression in the plain dialect, shared terms first, one a line.</summary>
    public override string ToString() => new SymbolPrinter().Print(("value", this)).ToString();

    private static bool IsZero(Symbol value) => value.Node.Is(0.0) || value.Node.Is(-0.0);

    /// <summary>The operation on its operands, already computed where they are constants and the result can be written as a number.</summary>
    private static Symbol Fold(SymbolOperation operation, SymbolNode first, SymbolNode? second = null)
    {
        if (first.Operation == SymbolOperation.Constant && second is null or { Operation: SymbolOperation.Constant })
        {
            double value = SymbolNode.Apply<Real>(operation, first.Value, second?.Value ?? 0, 0);
            if (double.IsFinite(value))
                return value;
        }

        return new(new SymbolNode(operation, 0, null, first, second));
    }
}
