using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Arrays.Memory;

/// <summary>The cells of one die, each with the time it keeps its bit: weak cells are always the same ones, except where their retention jumps.</summary>
/// <remarks>All cells hold the value whose law is given, the worst pattern. Not thread safe.</remarks>
public sealed class DieRetention
{
    private readonly double[] times;
    private readonly bool[] shortNow;
    private readonly int jumping;
    private readonly VariableRetention? variable;
    private readonly RandomStream jumps;

    /// <summary>Draws a die.</summary>
    /// <param name="cells">Cells, at least 1.</param>
    /// <param name="law">How long its cells keep the value.</param>
    /// <param name="seed">The seed of the die.</param>
    /// <param name="variable">Cells whose retention jumps; null for none.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public DieRetention(int cells, RetentionLaw law, ulong seed, VariableRetention? variable = null)
    {
        ArgumentNullException.ThrowIfNull(law);
        if (cells < 1)
            throw new ArgumentException($"The number of cells is {cells}: at least 1 is expected.");
        variable?.Check();
        (times, this.variable, jumps) = (new double[cells], variable, new RandomStream(seed, "jumps of retention"));
        var draws = new RandomStream(seed, "retention");
        for (var cell = 0; cell < cells; cell++)
            times[cell] = law.Until(draws.NextDouble());

        // The drawn times are in no order, so that the first cells are as good as any.
        jumping = (int)Math.Round(cells * (variable?.Share ?? 0));
        shortNow = new bool[jumping];
        for (var cell = 0; cell < jumping; cell++)
            shortNow[cell] = jumps.NextDouble() < variable!.ShortShare;
    }

    /// <summary>Cells.</summary>
    public int Cells => times.Length;

    /// <summary>The shortest time that a cell keeps its bit now [s].</summary>
    public double Weakest => Enumerable.Range(0, Cells).Min(Time);

    /// <summary>How many cells lose their bit between two refreshes now.</summary>
    /// <param name="gap">Time between them, at least 0 [s].</param>
    public int Lost(double gap)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        var lost = 0;
        for (var cell = 0; cell < Cells; cell++)
            lost += Time(cell) <= gap ? 1 : 0;
        return lost;
    }

    /// <summary>Lets the traps jump for a while.</summary>
    /// <param name="time">For how long, at least 0 [s].</param>
    public void Wait(double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        if (variable is not { } law)
            return;

        // Exact for two states: the memory of where it was fades with the sum of both rates.
        var memory = Math.Exp(-time * ((1 / law.StayLong) + (1 / law.StayShort)));
        for (var cell = 0; cell < jumping; cell++)
            shortNow[cell] = jumps.NextDouble() < law.ShortShare + (memory * ((shortNow[cell] ? 1 : 0) - law.ShortShare));
    }

    private double Time(int cell) => cell < jumping && shortNow[cell] ? times[cell] * variable!.Ratio : times[cell];
}
