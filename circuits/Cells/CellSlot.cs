namespace DevicePhys.Circuits.Cells;

/// <summary>One operation of a sequence, and when it happens.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Start">When the slot starts [s].</param>
/// <param name="Stop">When the next one starts [s].</param>
/// <param name="Decision">When a read has its bit, or what was written should stand [s].</param>
public sealed record CellSlot(CellOperation Operation, double Start, double Stop, double Decision)
{
    /// <summary>Slots of one length each, one after the other.</summary>
    /// <param name="operations">The operations; holds last as long as the others.</param>
    /// <param name="cycle">The length of a slot [s].</param>
    /// <param name="decision">When within a slot the bit stands, as a fraction of it.</param>
    public static IReadOnlyList<CellSlot> Of(IReadOnlyList<CellOperation> operations, double cycle, double decision)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentOutOfRangeException.ThrowIfZero(operations.Count);
        return [.. operations.Select((operation, i) => new CellSlot(operation, i * cycle, (i + 1) * cycle, (i + decision) * cycle))];
    }

    /// <summary>A time within the slot.</summary>
    /// <param name="fraction">0 for the start, 1 for the end.</param>
    internal double At(double fraction) => Start + (fraction * (Stop - Start));
}
