using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Export;

/// <summary>Drives that take the terminals of a device through combinations of 1 V, -1 V and 0.</summary>
/// <remarks>
/// One driven terminal passes 3 slots, two pass all 9 combinations; of more, any two neighbours pass all combinations of theirs in 9 slots. A device
/// of two terminals is behind the 50 Ohm of a pulse generator, one of more behind 1 kOhm each, so that its currents show in its voltages.
/// </remarks>
internal sealed class LevelWalk(int terminals)
{
    private const int Levels = 3;
    private const double Slot = 5e-9, Edge = 1e-9;

    private readonly int slots = terminals == 1 ? Levels : Levels * Levels;

    /// <summary>The resistance in series with every driven terminal [Ohm].</summary>
    public double Driver => terminals == 1 ? 50 : 1e3;

    /// <summary>A step that takes the edges finely enough; junctions turn on within a fraction of one [s].</summary>
    public double LongestStep => terminals < 3 ? Edge / 160 : Edge / 40;

    /// <summary>The end of the last slot [s].</summary>
    public double Stop => slots * Slot;

    /// <summary>The drive of a terminal [V].</summary>
    /// <param name="terminal">Its place among the driven ones.</param>
    public Waveform Of(int terminal)
    {
        var (times, values) = (new List<double> { 0 }, new List<double> { 0 });
        var level = 0.0;
        for (var slot = 0; slot < slots; slot++)
        {
            // Terminal 0 changes with every slot, terminal 1 with every third, the next ones with both.
            var (fast, slow) = (slot % Levels, slot / Levels);
            var place = terminal switch { 0 => fast, 1 => slow, _ => fast + ((terminal - 1) * slow) };
            var next = (place % Levels) switch { 0 => 1, 1 => -1, _ => 0.0 };
            if (next != level)
            {
                times.AddRange([(slot * Slot) + (0.5 * Edge), (slot * Slot) + (1.5 * Edge)]);
                values.AddRange([level, next]);
            }

            level = next;
        }

        return new PiecewiseLinear(times, values);
    }
}
