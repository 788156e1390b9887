namespace DevicePhys.Notebooks.Display;

/// <summary>The forms in which values are shown.</summary>
internal static class Mime
{
    public const string Text = "text/plain", Html = "text/html", Svg = "image/svg+xml", Png = "image/png", Markdown = "text/markdown";
}
