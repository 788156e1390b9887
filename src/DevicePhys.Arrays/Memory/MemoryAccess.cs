namespace DevicePhys.Arrays.Memory;

/// <summary>One access to a memory of several banks.</summary>
/// <param name="Bank">The bank.</param>
/// <param name="Row">The row within the bank.</param>
/// <param name="Writes">Whether the whole row is written, else read.</param>
public readonly record struct MemoryAccess(int Bank, int Row, bool Writes);
