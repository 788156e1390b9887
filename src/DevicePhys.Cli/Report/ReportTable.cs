namespace DevicePhys.Cli.Report;

/// <summary>A table; a column all of whose cells are numbers is set to the right.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">[Rows × Columns].</param>
/// <param name="Judgement">The column whose words are verdicts and get their colour; -1 for none.</param>
internal sealed record ReportTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int Judgement = -1) : ReportBlock;
