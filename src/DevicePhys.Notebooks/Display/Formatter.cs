using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using DevicePhys.Plotting;
using OxyPlot;

namespace DevicePhys.Notebooks.Display;

/// <summary>How values are shown: pictures as SVG and PNG, tables as HTML and text, everything else as text.</summary>
public static class Formatter
{
    private static readonly ConcurrentDictionary<(Type Type, string Mime), Func<object, string>> Own = new();

    /// <summary>Sets how values of a type are shown, for all sessions of this process.</summary>
    /// <typeparam name="T">The type; values of derived types are shown the same way.</typeparam>
    /// <param name="write">Gives the text.</param>
    /// <param name="mimeType">The form, such as "text/html".</param>
    public static void Register<T>(Func<T, string> write, string mimeType = Mime.Text)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        Own[(typeof(T), mimeType)] = value => write((T)value);
    }

    /// <summary>The forms of a value by MIME type. What fails on the way is shown in place of the value.</summary>
    /// <param name="value">The value.</param>
    public static JsonObject Bundle(object? value)
    {
        try
        {
            return Forms(value);
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not ThreadInterruptedException)
        {
            var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            return Text($"{value!.GetType().Name}: it cannot be shown, {cause.GetType().Name}: {cause.Message}");
        }
    }

    private static JsonObject Forms(object? value)
    {
        var own = value is null ? [] : Own.Where(entry => entry.Key.Type.IsInstanceOfType(value)).ToArray();
        if (own.Length > 0)
        {
            var forms = new JsonObject();
            foreach (var (key, write) in own)
                forms[key.Mime] = write(value!);
            forms[Mime.Text] ??= ValueText.Of(value);
            return forms;
        }

        return value switch
        {
            Picture picture => Pictures(picture),
            PlotModel model => Pictures(new Picture(model)),
            HtmlText html => new JsonObject { [Mime.Html] = html.Html, [Mime.Text] = html.Html },
            _ when TableView.Of(value) is { } table => new JsonObject { [Mime.Html] = TableHtml.Of(table), [Mime.Text] = TableText.Of(table) },
            _ => Text(ValueText.Of(value)),
        };
    }

    private static JsonObject Pictures(Picture picture)
    {
        var forms = new JsonObject();
        if (PngBytes(picture) is { } png)
            forms[Mime.Png] = Convert.ToBase64String(png);

        // Within a page the declaration of an XML document is out of place.
        var svg = picture.ToSvg();
        forms[Mime.Svg] = svg.StartsWith("<?xml", StringComparison.Ordinal) ? svg[(svg.IndexOf("?>", StringComparison.Ordinal) + 2)..].TrimStart() : svg;
        forms[Mime.Text] = $"[picture: {picture.Model.Title}]";
        return forms;
    }

    private static byte[]? PngBytes(Picture picture)
    {
        using var stream = new MemoryStream();
        return picture.WritePng(stream) is null ? stream.ToArray() : null;
    }

    private static JsonObject Text(string text) => new() { [Mime.Text] = text };
}
