namespace DevicePhys.Notebooks.Scripting;

/// <summary>Which cell the present thread works for; threads and tasks started by a cell inherit it.</summary>
internal static class CellContext
{
    private static readonly AsyncLocal<ICellSink?> Current = new();

    /// <summary>Where output of the present cell goes; null outside of cells.</summary>
    public static ICellSink? Sink
    {
        get => Current.Value;
        set => Current.Value = value;
    }
}
