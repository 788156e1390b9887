using System.Globalization;
using System.Net;
using System.Text;
using DevicePhys.Notebooks.Files;

namespace DevicePhys.Notebooks.Pages;

/// <summary>A notebook as one HTML page that needs no other file and no network, on a light screen and on a dark one.</summary>
/// <remarks>The page forbids scripts and outside sources to itself: a notebook is somebody else's text.</remarks>
public static class NotebookPage
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private static readonly Lazy<string> Style = new(() =>
    {
        using var reader = new StreamReader(typeof(NotebookPage).Assembly.GetManifestResourceStream("notebook.css")!);
        return reader.ReadToEnd();
    });

    /// <summary>The page.</summary>
    /// <param name="notebook">The notebook with the outputs it has; nothing is run.</param>
    /// <returns>The HTML text.</returns>
    public static string Of(Notebook notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><meta http-equiv="Content-Security-Policy" content="{Policy}">
            <title>{WebUtility.HtmlEncode(notebook.Title)}</title><style>{Style.Value}</style></head><body><main>

            """);
        foreach (var cell in notebook.Cells)
            Append(page, cell);
        return page.Append("</main></body></html>\n").ToString();
    }

    /// <summary>Writes the page.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <exception cref="Errors.DataFileException">The file cannot be written.</exception>
    public static void Write(Notebook notebook, string path)
    {
        var page = Encoding.UTF8.GetBytes(Of(notebook));
        WholeFile.Write(path, stream => stream.Write(page));
    }

    private static void Append(StringBuilder page, Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Markdown:
                page.Append("<section class=\"text\">\n").Append(MarkdownHtml.Of(cell.Source)).Append("</section>\n");
                break;
            case CellKind.Code:
                page.Append("<section class=\"code\">\n");
                if (cell.Source.Length > 0)
                    page.Append("<pre class=\"source\"><code>").Append(CodeHtml.Of(cell.Source)).Append("</code></pre>\n");
                foreach (var output in cell.Outputs)
                    page.Append(OutputHtml.Of(output)).Append('\n');
                page.Append("</section>\n");
                break;
            default:
                page.Append("<section class=\"text\"><pre>").Append(WebUtility.HtmlEncode(cell.Source)).Append("</pre></section>\n");
                break;
        }
    }
}
