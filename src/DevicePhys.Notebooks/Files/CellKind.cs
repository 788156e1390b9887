namespace DevicePhys.Notebooks.Files;

/// <summary>What a cell of a notebook is.</summary>
public enum CellKind
{
    /// <summary>Code that is run.</summary>
    Code,

    /// <summary>Text in Markdown.</summary>
    Markdown,

    /// <summary>Text that is handed through as it is.</summary>
    Raw,
}
