namespace DevicePhys.Cli.Report;

/// <summary>A part of a section: a table, a figure or a remark.</summary>
internal abstract record ReportBlock;
