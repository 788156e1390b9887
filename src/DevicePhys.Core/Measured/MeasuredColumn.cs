namespace DevicePhys.Measured;

/// <summary>One column of a measurement.</summary>
/// <param name="Name">Its name, without the unit.</param>
/// <param name="Unit">Its SI unit without prefix; empty when the file names none.</param>
/// <param name="Values">[Rows], SI; NaN where the cell is empty or marks an overflow. Empty for a column of text.</param>
/// <param name="Texts">[Rows]: the cells of a column of text; empty for numbers.</param>
public sealed record MeasuredColumn(string Name, string Unit, double[] Values, string[] Texts)
{
    /// <summary>Whether it holds numbers.</summary>
    public bool IsNumeric => Texts.Length == 0;
}
