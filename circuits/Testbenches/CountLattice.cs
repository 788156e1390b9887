using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>All values the counts of a device can take together, and the rates of the jumps between them.</summary>
/// <remarks>The stored count (the first one) is the slowest index. Marks stay at their initial values: hazards must not depend on them.</remarks>
internal sealed class CountLattice
{
    private readonly IJumpProcess<Real> model;
    private readonly Real[] states;
    private readonly Real[] hazards;
    private readonly int[] targets;

    public CountLattice(IJumpProcess<Real> model)
    {
        this.model = model;
        Counts = [.. Enumerable.Range(0, model.States.Count).Where(i => model.States[i].Kind == StateKind.Count)];
        if (Counts.Count == 0)
        {
            throw new ArgumentException("The device has no state of kind Count.", nameof(model));
        }

        Stored = Size(model.States[Counts[0]]);
        Others = Counts.Skip(1).Aggregate(1, (product, i) => product * Size(model.States[i]));
        (Points, Channels) = (Stored * Others, model.Channels.Count);
        hazards = new Real[Channels];
        states = new Real[Points * model.States.Count];
        targets = new int[Points * Channels];
        for (var point = 0; point < Points; point++)
        {
            var state = states.AsSpan(point * model.States.Count, model.States.Count);
            Fill(point, state);
            for (var channel = 0; channel < Channels; channel++)
            {
                targets[point * Channels + channel] = Target(state, model.Channels[channel]);
            }
        }
    }

    /// <summary>The places of the counts among the states; the first is the stored one.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>How many values the stored count can take.</summary>
    public int Stored { get; }

    /// <summary>How many values the other counts can take together.</summary>
    public int Others { get; }

    /// <summary>How many lattice points there are.</summary>
    public int Points { get; }

    /// <summary>How many channels there are.</summary>
    public int Channels { get; }

    /// <summary>Where among <see cref="Others"/> the other counts have their initial values.</summary>
    public int InitialOther => Index([.. model.States.Select(s => s.Initial)]) % Others;

    /// <summary>The point a jump leads to, or -1 where it would leave the bounds.</summary>
    public int Target(int point, int channel) => targets[point * Channels + channel];

    /// <summary>The state vector of a point; differential states are those of the last <see cref="Rates"/>.</summary>
    public ReadOnlySpan<Real> State(int point) => states.AsSpan(point * model.States.Count, model.States.Count);

    /// <summary>Fills rates [Points × Channels] [1/s] at a voltage, with the given values of the differential states.</summary>
    public void Rates(double voltage, ReadOnlySpan<(int State, double Value)> differential, Span<double> rates)
    {
        for (var point = 0; point < Points; point++)
        {
            var state = states.AsSpan(point * model.States.Count, model.States.Count);
            foreach (var (index, value) in differential)
            {
                state[index] = value;
            }

            model.Hazards(voltage, state, hazards);
            for (var channel = 0; channel < Channels; channel++)
            {
                var rate = hazards[channel].Value;
                if (!(double.IsFinite(rate) && rate >= 0) || (rate > 0 && Target(point, channel) < 0))
                {
                    throw new InvalidOperationException(
                        $"{model.GetType().Name}: the hazard of '{model.Channels[channel].Name}' is {rate} 1/s at "
                        + $"{string.Join(", ", model.States.Select((s, i) => FormattableString.Invariant($"{s.Name} = {State(point)[i]}")))}; "
                        + "expected a finite value from 0 up, and 0 where the jump leaves the bounds of a count.");
                }

                rates[point * Channels + channel] = rate;
            }
        }
    }

    private static int Size(StateVariable count)
    {
        var size = count.Upper - count.Lower + 1;
        return double.IsInteger(count.Lower) && double.IsInteger(size) && size is >= 2 and <= 4096
            ? (int)size
            : throw new ArgumentException($"Count '{count.Name}' runs from {count.Lower} to {count.Upper}; expected whole bounds, 2 to 4096 values.");
    }

    private void Fill(int point, Span<Real> state)
    {
        for (var i = 0; i < state.Length; i++)
        {
            state[i] = model.States[i].Initial;
        }

        for (var (k, rest) = (Counts.Count - 1, point); k >= 0; k--)
        {
            var count = model.States[Counts[k]];
            (rest, var place) = Math.DivRem(rest, Size(count));
            state[Counts[k]] = count.Lower + place;
        }
    }

    private int Target(ReadOnlySpan<Real> state, JumpChannel channel)
    {
        var moved = new double[state.Length];
        for (var i = 0; i < moved.Length; i++)
        {
            moved[i] = state[i] + channel.Increments[i];
        }

        return Counts.All(i => moved[i] >= model.States[i].Lower && moved[i] <= model.States[i].Upper) ? Index(moved) : -1;
    }

    private int Index(double[] state) =>
        Counts.Aggregate(0, (index, i) => index * Size(model.States[i]) + (int)(state[i] - model.States[i].Lower));
}
