using System.Globalization;

namespace DevicePhys.Studies.Mnist;

/// <summary>The widths of a fully connected network, from the input to the output.</summary>
public sealed class NetworkShape
{
    private NetworkShape(IReadOnlyList<int> widths) => Widths = widths;

    /// <summary>[Layers + 1]: the width of every level.</summary>
    public IReadOnlyList<int> Widths { get; }

    /// <summary>The number of weight layers.</summary>
    public int Layers => Widths.Count - 1;

    /// <summary>Reads a shape such as "784-100-10".</summary>
    /// <param name="text">Two or more widths joined by hyphens.</param>
    /// <returns>The shape.</returns>
    /// <exception cref="ArgumentException">The text is no shape, or no shape for 28 × 28 images, or their middle 20 × 20, in ten classes.</exception>
    public static NetworkShape Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var widths = new List<int>();
        foreach (var part in text.Split('-'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var width) || width is < 1 or > 100_000)
            {
                throw new ArgumentException($"network '{text}': '{part}' should be a width between 1 and 100000, as in 784-100-10.");
            }

            widths.Add(width);
        }

        return widths.Count >= 2 && widths[0] is 784 or 400 && widths[^1] == 10
            ? new NetworkShape(widths)
            : throw new ArgumentException($"network '{text}': it should start with 784 pixels (or 400, the middle 20 × 20 in black and white) and end with 10 classes, as in 784-100-10.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('-', Widths);
}
