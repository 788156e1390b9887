namespace DevicePhys.Circuits.Cells;

/// <summary>A cell that keeps one bit, from cards and geometry, with the periphery that writes and reads it.</summary>
public interface IBitCell
{
    /// <summary>The name the field uses, such as "6T".</summary>
    string Name { get; }

    /// <summary>The supply [V].</summary>
    double Supply { get; }

    /// <summary>How long one operation takes [s].</summary>
    double Cycle { get; }

    /// <summary>The circuit that carries a sequence out, every operation one cycle long.</summary>
    /// <param name="operations">At least one operation.</param>
    /// <exception cref="Errors.CardException">A card does not fit its model, or a size is out of its bounds.</exception>
    BitCellCircuit Build(params IReadOnlyList<CellOperation> operations);
}
