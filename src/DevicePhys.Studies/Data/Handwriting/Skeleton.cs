using System.Globalization;

namespace DevicePhys.Studies.Data.Handwriting;

/// <summary>One way of writing a digit: the strokes of the pen in order.</summary>
/// <param name="Strokes">The knots of each stroke.</param>
internal sealed record Skeleton(IReadOnlyList<Knot[]> Strokes)
{
    /// <summary>Reads strokes such as "4,62 44,2* 66,60 / 46,2 44,100": knots x,y; "*" makes a corner; "/" lifts the pen.</summary>
    public static Skeleton Parse(string text) => new([.. text.Split('/').Select(ParseStroke)]);

    private static Knot[] ParseStroke(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseKnot)];

    private static Knot ParseKnot(string text)
    {
        var numbers = text.TrimEnd('*').Split(',');
        return new Knot(Number(numbers[0]), Number(numbers[1]), text.EndsWith('*'));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
