namespace DevicePhys.Studies.Data;

/// <summary>What one IDX file of unsigned bytes holds.</summary>
/// <param name="File">The file it came from, as named in error messages.</param>
/// <param name="Count">How many items.</param>
/// <param name="Rows">Rows of an item; 1 for labels.</param>
/// <param name="Columns">Columns of an item; 1 for labels.</param>
/// <param name="Values">The items one after another, [Count × Rows × Columns], row-major.</param>
/// <param name="Sha256">SHA-256 of the decompressed file, header included, in lower-case hex.</param>
public sealed record IdxContent(string File, int Count, int Rows, int Columns, byte[] Values, string Sha256);
