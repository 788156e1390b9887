namespace DevicePhys.Numbers;

/// <summary>What a node of an expression does with its operands.</summary>
internal enum SymbolOperation
{
    Constant,
    Parameter,
    Variable,
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    Exp,
    Log,
    Sqrt,
    Pow,
    Sinh,
    Cosh,
    Tanh,
    Abs,
    Select,
}
