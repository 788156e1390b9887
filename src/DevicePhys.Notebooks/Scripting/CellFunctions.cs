using DevicePhys.Notebooks.Display;

namespace DevicePhys.Notebooks.Scripting;

/// <summary>What every cell can call without saying where it comes from; the names are those of other .NET notebook hosts.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1708", Justification = "display(x) and x.Display() are what cells written for other hosts call.")]
public static class CellFunctions
{
    /// <summary>Shows a value below the cell: a picture, a table, or its text. Outside of a notebook it is printed.</summary>
    /// <param name="value">The value.</param>
    public static void display(object? value)
    {
        if (CellContext.Sink is { } sink)
            sink.Show(Formatter.Bundle(value));
        else
            Console.WriteLine(ValueText.Of(value));
    }

    /// <summary>Shows a value below the cell.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The value, for more to be done with it.</returns>
    public static T Display<T>(this T value)
    {
        display(value);
        return value;
    }

    /// <summary>Text to be shown as HTML.</summary>
    /// <param name="html">The text.</param>
    public static HtmlText HTML(string html) => new(html);

    /// <summary>Asks the reader for a line.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <returns>The answer; null where nobody can answer.</returns>
    public static string? input(string prompt = "")
    {
        if (CellContext.Sink is { } sink)
            return sink.Ask(prompt);
        Console.Write(prompt);
        return Console.ReadLine();
    }
}
