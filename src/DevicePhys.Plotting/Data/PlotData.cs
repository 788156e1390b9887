using System.Text.Json;
using System.Text.Json.Serialization;

namespace DevicePhys.Plotting;

/// <summary>The numbers of a picture with two axes, for a page that can zoom into them.</summary>
/// <param name="Title">The title.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Series">The series, those in front last.</param>
public sealed record PlotData(string Title, PlotAxis X, PlotAxis Y, IReadOnlyList<PlotSeries> Series)
{
    private const double Largest = 1e100;

    // Angle brackets are escaped, so that the text can stand in HTML and SVG.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new ShortNumberConverter() },
    };

    /// <summary>The data as JSON on one line, safe inside HTML and SVG; numbers with 7 digits.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">The text is no such data; one sentence.</exception>
    public static PlotData Parse(string json)
    {
        PlotData? data;
        try
        {
            data = JsonSerializer.Deserialize<PlotData>(json, Options);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"the data of the plot are damaged ({exception.Path ?? "$"})", exception);
        }

        return data?.Flaw() is { } flaw ? throw new FormatException(flaw) : data ?? throw new FormatException("the data of the plot are missing");
    }

    private string? Flaw()
    {
        foreach (var axis in (PlotAxis[])[X, Y])
        {
            if (!(axis.Maximum > axis.Minimum) || !Drawable(axis.Minimum) || !Drawable(axis.Maximum) || (axis.Logarithmic && axis.Minimum <= 0))
                return $"the axis '{axis.Title}' has no length, expected an end beyond its start";
            if (axis.Ticks?.Any(tick => tick is null || !Drawable(tick.At)) == true)
                return $"a tick of the axis '{axis.Title}' is no number";
        }

        foreach (var series in Series)
        {
            if (series is null)
                return "a series is missing";
            var bounded = series.Shape is PlotShape.Band or PlotShape.Bars;
            if (series.X.Count != series.Y.Count || bounded != series.Upper is not null || (series.Upper is { } upper && upper.Count != series.X.Count))
                return $"the series '{series.Name}' has {series.X.Count} places and {series.Y.Count} values, expected equal numbers";
            if (!series.X.Concat(series.Y).Concat(series.Upper ?? []).All(Drawable))
                return $"the series '{series.Name}' has a value that cannot be drawn";
            if (!series.Color.StartsWith('#') || series.Color.Length is not (7 or 9) || !series.Color.Skip(1).All(char.IsAsciiHexDigit) || !(series.Width is >= 0 and <= 100))
                return $"the series '{series.Name}' has no colour and width, expected such as #0072b2 and 1.8";
        }

        return null;
    }

    private static bool Drawable(double value) => Math.Abs(value) <= Largest;
}
