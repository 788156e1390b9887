using Markdig;

namespace DevicePhys.Notebooks.Pages;

/// <summary>Markdown as HTML; HTML within it is shown as text.</summary>
internal static class MarkdownHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().UseAutoLinks().DisableHtml().Build();

    /// <summary>The HTML text.</summary>
    public static string Of(string markdown)
    {
        try
        {
            return Markdown.ToHtml(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested deeper than the parser goes along.
            return $"<pre>{System.Net.WebUtility.HtmlEncode(markdown)}</pre>\n";
        }
    }
}
