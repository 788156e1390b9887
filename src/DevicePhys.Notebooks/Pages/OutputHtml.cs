using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DevicePhys.Notebooks.Display;
using DevicePhys.Notebooks.Files;

namespace DevicePhys.Notebooks.Pages;

/// <summary>An output of a cell as HTML.</summary>
internal static partial class OutputHtml
{
    // The best form first. Pictures stand in images: what is inside of them then neither acts nor shares names with the page.
    private static readonly (string Mime, Func<string, string> Html)[] Forms =
    [
        (Mime.Svg, svg => $"<img alt=\"picture\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}\">"),
        (Mime.Png, png => $"<img alt=\"picture\" src=\"data:image/png;base64,{Bare(png)}\">"),
        ("image/jpeg", jpeg => $"<img alt=\"picture\" src=\"data:image/jpeg;base64,{Bare(jpeg)}\">"),
        (Mime.Html, html => Live().Replace(html, "&lt;")),
        (Mime.Markdown, MarkdownHtml.Of),
        (Mime.Text, text => Pre("", text)),
    ];

    /// <summary>The HTML text.</summary>
    public static string Of(JsonObject output) => $"<div class=\"output\">{Body(output)}</div>";

    private static string Body(JsonObject output) => (string)output["output_type"]! switch
    {
        "stream" => Pre((string)output["name"]! == "stderr" ? "stderr" : "", LinedText.Of(output["text"]!)),
        "error" => Pre("error", string.Join('\n', output["traceback"]!.AsArray().Select(line => (string)line!))),
        _ => Best(output["data"]!.AsObject()),
    };

    private static string Best(JsonObject data)
    {
        foreach (var (mime, html) in Forms)
        {
            if (data[mime] is { } form && LinedText.Is(form))
                return html(LinedText.Of(form));
        }

        return Pre("", $"[{string.Join(", ", data.Select(form => form.Key))}]");
    }

    private static string Pre(string kind, string text) =>
        $"<pre{(kind.Length == 0 ? "" : $" class=\"{kind}\"")}>{WebUtility.HtmlEncode(Colours().Replace(text, ""))}</pre>";

    private static string Bare(string base64) => NotBase64().Replace(base64, "");

    // The page forbids them to act already; shown as text a reader sees that they were there.
    [GeneratedRegex(@"<(?=/?(?:script|meta|base|link|iframe|frame|object|embed|form|style)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Live();

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colours();

    [GeneratedRegex("[^A-Za-z0-9+/=]")]
    private static partial Regex NotBase64();
}
