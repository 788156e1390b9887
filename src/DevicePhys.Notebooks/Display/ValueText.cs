using System.Collections;
using System.Globalization;

namespace DevicePhys.Notebooks.Display;

/// <summary>A value as one piece of text, in the invariant culture.</summary>
internal static class ValueText
{
    private const int Shown = 20;

    /// <summary>The text.</summary>
    public static string Of(object? value) => value switch
    {
        null => "<null>",
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items when IsPlain(value) => List(items),
        _ => value.ToString() ?? value.GetType().Name,
    };

    /// <summary>A value in the cell of a table: numbers with six digits, long texts cut.</summary>
    public static string Short(object? value) => value switch
    {
        null => "",
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        float number => number.ToString("G6", CultureInfo.InvariantCulture),
        string text => Cut(text),
        _ => Cut(Of(value)),
    };

    private static string Cut(string text) => text.Length <= 160 ? text : text[..157] + "...";

    // A type with words of its own is asked for them.
    private static bool IsPlain(object value) =>
        value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } type && (type == typeof(object) || value is Array || type.Namespace == "System.Collections.Generic");

    private static string List(IEnumerable items)
    {
        var texts = new List<string>();
        foreach (var item in items)
        {
            if (texts.Count == Shown)
            {
                texts.Add(items is ICollection all ? string.Create(CultureInfo.InvariantCulture, $"... ({all.Count} items)") : "...");
                break;
            }

            texts.Add(item is string word ? $"\"{word}\"" : Of(item));
        }

        return texts.Count == 0 ? "[ ]" : $"[ {string.Join(", ", texts)} ]";
    }
}
