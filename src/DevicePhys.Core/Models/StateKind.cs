namespace DevicePhys.Models;

/// <summary>How a state of a model moves.</summary>
public enum StateKind
{
    /// <summary>By a differential equation: the model gives dx/dt.</summary>
    Differential,

    /// <summary>By an algebraic equation: the model gives a residual that must be 0.</summary>
    Algebraic,

    /// <summary>
    /// An integer moved by the jumps of an <see cref="IJumpProcess{T}"/>. A deterministic run follows its mean through the dx/dt that
    /// <see cref="ITwoTerminal{T}.Evaluate"/> gives; a stochastic run holds it still between jumps.
    /// </summary>
    Count,

    /// <summary>A real number attached to the counts (a size, an energy) that only jumps change; treated as <see cref="Count"/> otherwise.</summary>
    Mark,
}
