namespace DevicePhys.Tables;

/// <summary>What the file of a cell table says in words and single numbers; the member <c>meta_json</c>.</summary>
internal sealed record CellTableMeta(string Schema, string Cell, double Supply, double Cycle, double ReadTime, TableProvenance Provenance);
