using DevicePhys.Circuits.Cells;
using DevicePhys.Traces;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>What a sequence of operations did to a bit cell.</summary>
/// <param name="Circuit">The circuit.</param>
/// <param name="Outcomes">One per operation.</param>
/// <param name="Trace">"time" [s] and the circuit's signals.</param>
public sealed record ReadWriteResult(BitCellCircuit Circuit, IReadOnlyList<OperationOutcome> Outcomes, Trace Trace)
{
    /// <summary>The first operation that did not do what it should, in words; null where all did.</summary>
    public string? Failure
    {
        get
        {
            bool? bit = null;
            foreach (var outcome in Outcomes)
            {
                bit = outcome.Slot.Operation switch { CellOperation.Write1 => true, CellOperation.Write0 => false, _ => bit };
                if (bit is not { } expected)
                    continue;
                var at = FormattableString.Invariant($"the {outcome.Slot.Operation} at {outcome.Slot.Start:G3} s");
                if (outcome.Slot.Operation == CellOperation.Read && outcome.ReadBit != expected)
                    return $"{at} read a {(outcome.ReadBit ? 1 : 0)} where a {(expected ? 1 : 0)} was written";
                if (outcome.StoredBit != expected)
                    return $"{at} left a {(outcome.StoredBit ? 1 : 0)} where a {(expected ? 1 : 0)} should be";
            }

            return null;
        }
    }
}
