namespace DevicePhys.Studies.Data.Handwriting;

/// <summary>Turns a pen's path into grey pixels: full ink inside the line, a soft edge around it.</summary>
/// <remarks>Each pixel keeps the largest (radius - distance) over all pieces of the path, so that crossings do not add up. One owner.</remarks>
/// <param name="rows">Rows of the image.</param>
/// <param name="columns">Columns of the image.</param>
internal sealed class InkCanvas(int rows, int columns)
{
    private readonly double[] depth = new double[rows * columns];

    /// <summary>Draws a path.</summary>
    /// <param name="path">The path [pixels]; pixel (row, column) has its centre at X = column, Y = row.</param>
    /// <param name="softness">The width of the edge [pixels].</param>
    /// <param name="image">Receives the pixels, [Rows × Columns], row-major, 0 background to 255 ink.</param>
    public void Draw(ReadOnlySpan<PenPoint> path, double softness, Span<byte> image)
    {
        var margin = 0.5 * softness;
        Array.Fill(depth, -margin);
        for (var i = 1; i < path.Length; i++)
        {
            if (!path[i].IsStart) AddLine(path[i - 1], path[i], margin);
        }

        for (var p = 0; p < depth.Length; p++)
        {
            var ink = Math.Min(1, depth[p] / softness + 0.5);
            image[p] = (byte)(255 * ink + 0.5);
        }
    }

    private void AddLine(PenPoint a, PenPoint b, double margin)
    {
        var reach = Math.Max(a.Radius, b.Radius) + margin;
        var top = Math.Max(0, (int)Math.Ceiling(Math.Min(a.Y, b.Y) - reach));
        var bottom = Math.Min(rows - 1, (int)Math.Floor(Math.Max(a.Y, b.Y) + reach));
        var left = Math.Max(0, (int)Math.Ceiling(Math.Min(a.X, b.X) - reach));
        var right = Math.Min(columns - 1, (int)Math.Floor(Math.Max(a.X, b.X) + reach));
        var (lineX, lineY) = (b.X - a.X, b.Y - a.Y);
        var perSquare = 1 / (lineX * lineX + lineY * lineY + 1e-12);
        for (var row = top; row <= bottom; row++)
        {
            var fromY = row - a.Y;
            for (var column = left; column <= right; column++)
            {
                var fromX = column - a.X;
                var along = Math.Clamp((fromX * lineX + fromY * lineY) * perSquare, 0, 1);
                var x = fromX - along * lineX;
                var y = fromY - along * lineY;
                var inside = a.Radius + along * (b.Radius - a.Radius) - Math.Sqrt(x * x + y * y);
                ref var pixel = ref depth[row * columns + column];
                if (inside > pixel) pixel = inside;
            }
        }
    }
}
