using DevicePhys.Sampling;

namespace DevicePhys.Spiking.DiehlCook;

/// <summary>Spikes of inputs that fire at random with the rates of an image's pixels.</summary>
/// <remarks>As in <see cref="Inputs.PoissonInput"/>, at most one spike per cell and step; each pixel jumps from spike to spike.</remarks>
internal sealed class RateEncoder(int steps)
{
    private readonly int[] first = new int[steps + 1];
    private readonly int[] next = new int[steps + 1];
    private int[] drawnSteps = new int[4096];
    private int[] drawnCells = new int[4096];
    private int[] cells = new int[4096];

    /// <summary>Spikes of the whole presentation.</summary>
    public int Count { get; private set; }

    /// <summary>The cells that fire in a step, in rising order.</summary>
    public ReadOnlySpan<int> At(int step) => cells.AsSpan(first[step], first[step + 1] - first[step]);

    /// <summary>Draws the spikes of a presentation.</summary>
    /// <param name="pixels">[Cells], 0 to 255.</param>
    /// <param name="fullChance">The chance of a spike per step of a pixel of 255.</param>
    /// <param name="stream">Where the draws come from.</param>
    public void Draw(ReadOnlySpan<byte> pixels, double fullChance, RandomStream stream)
    {
        Count = 0;
        Array.Clear(next);
        for (var cell = 0; cell < pixels.Length; cell++)
        {
            if (pixels[cell] == 0)
                continue;
            var gaps = new GeometricGaps(stream, fullChance * pixels[cell] / 255);
            for (var at = gaps.Next(); at < steps; at += 1 + gaps.Next())
            {
                if (Count == drawnSteps.Length)
                    Grow();
                (drawnSteps[Count], drawnCells[Count++]) = ((int)at, cell);
                next[at + 1]++;
            }
        }

        for (var step = 0; step < steps; step++)
            next[step + 1] += next[step];
        next.CopyTo(first, 0);
        for (var k = 0; k < Count; k++)
            cells[next[drawnSteps[k]]++] = drawnCells[k];
    }

    private void Grow()
    {
        Array.Resize(ref drawnSteps, 2 * Count);
        Array.Resize(ref drawnCells, 2 * Count);
        Array.Resize(ref cells, 2 * Count);
    }
}
