using DevicePhys.Circuits.Cells;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>What one operation did.</summary>
/// <param name="Slot">The operation and its time.</param>
/// <param name="Sensed">The signal at the decision, above 0 for a 1 [V]; it means something in a read.</param>
/// <param name="Stored">How far the stored signal lies above its threshold at the end of the slot [V].</param>
/// <param name="Energy">What all sources delivered during the slot [J].</param>
public sealed record OperationOutcome(CellSlot Slot, double Sensed, double Stored, double Energy)
{
    /// <summary>The bit that a read gives.</summary>
    public bool ReadBit => Sensed > 0;

    /// <summary>The bit that the cell keeps.</summary>
    public bool StoredBit => Stored > 0;
}
