namespace DevicePhys.Notebooks.Display;

/// <summary>Text that is shown as HTML.</summary>
/// <param name="Html">The text.</param>
public sealed record HtmlText(string Html)
{
    /// <inheritdoc/>
    public override string ToString() => Html;
}
