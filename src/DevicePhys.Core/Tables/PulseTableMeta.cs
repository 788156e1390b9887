namespace DevicePhys.Tables;

/// <summary>What a table file says in words and single numbers; the member <c>meta_json</c>.</summary>
internal sealed record PulseTableMeta(
    string Schema,
    int Bins,
    int Levels,
    PulseRecord Potentiation,
    PulseRecord Depression,
    double RetentionTime,
    TableProvenance Provenance);
