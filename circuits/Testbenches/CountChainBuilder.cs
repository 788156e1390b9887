using DevicePhys.Errors;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Tables;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The exact Markov chain of a counting device, from its hazards along a solved pulse slot.</summary>
/// <param name="model">The device. The count first among its states is the stored one.</param>
/// <param name="tolerance">Largest error of a probability per time step.</param>
/// <remarks>
/// Integrates the Kolmogorov forward equations dP/dt = P Q(t) on the lattice of all counts by the Dormand–Prince 5(4) pair (J. Comput.
/// Appl. Math. 6, 19 (1980)) and sums over the other counts, which start at their initial values. Marks do not enter: hazards must not depend
/// on them, and the solved voltage and differential states must not depend on the counts (an ohmic write track, for example).
/// Runge–Kutta steps keep row sums exactly; a probability that rounding and the tolerance leave below 0 is set to 0. Not thread safe.
/// </remarks>
public sealed class CountChainBuilder(IJumpProcess<Real> model, double tolerance = 1e-12)
{
    private const int MaxSteps = 1_000_000;

    private readonly CountLattice lattice = new(model);

    /// <summary>The chain of a pair of pulses, with the conductance of the device's first readout in siemens.</summary>
    /// <param name="potentiation">The slot of the raising pulse.</param>
    /// <param name="depression">The slot of the lowering pulse.</param>
    /// <exception cref="ArgumentException">The device has no conductance readout, or a slot does not fit it.</exception>
    /// <exception cref="ConvergenceException">The equations are too stiff for the tolerance.</exception>
    public CountChain Build(PulseSlot potentiation, PulseSlot depression) =>
        new(Conductance(), Transitions(potentiation).Matrix, Transitions(depression).Matrix);

    /// <summary>The transition probabilities of one slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <exception cref="ArgumentException">The slot does not fit the device.</exception>
    /// <exception cref="ConvergenceException">The equations are too stiff for the tolerance.</exception>
    public PulseTransitions Transitions(PulseSlot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var generator = new CountGenerator(lattice, slot, Differential(slot));
        var p = new double[lattice.Points * lattice.Stored];
        for (var row = 0; row < lattice.Stored; row++)
        {
            p[(row * lattice.Others + lattice.InitialOther) * lattice.Stored + row] = 1;
        }

        var stepper = new DormandPrince(generator.Derivative, p, tolerance);
        var step = (slot.Breaks[1] - slot.Breaks[0]) / 16;
        for (var i = 1; i < slot.Breaks.Count; i++)
        {
            step = Advance(stepper, slot.Breaks[i - 1], slot.Breaks[i], step);
        }

        return Marginal(p);
    }

    // Returns the step that the error would allow next: the many short intervals of a recorded trace then take one step each.
    private static double Advance(DormandPrince stepper, double from, double to, double step)
    {
        var time = from;
        for (var count = 0; time < to; count++)
        {
            if (count == MaxSteps)
            {
                throw new ConvergenceException(
                    $"Count chain: {MaxSteps} steps did not reach {to} s, {time} s was reached; rates or tolerance are out of range.",
                    "count chain", time, stepper.Error, [.. stepper.Value]);
            }

            var last = time + step * 1.000001 >= to;
            var tried = last ? to - time : step;
            var accepted = stepper.Try(time, tried);
            var next = tried * stepper.Scale;
            (time, step) = accepted
                ? (last ? to : time + tried, last ? Math.Max(step, next) : next)
                : (time, next);
        }

        return step;
    }

    private PulseTransitions Marginal(double[] p)
    {
        var size = lattice.Stored;
        var matrix = new double[size * size];
        var unrecovered = 0.0;
        for (var row = 0; row < size; row++)
        {
            var away = 0.0;
            for (var point = 0; point < lattice.Points; point++)
            {
                var probability = p[point * size + row];
                matrix[row * size + point / lattice.Others] += probability;
                away += point % lattice.Others == lattice.InitialOther ? 0 : probability;
            }

            unrecovered = Math.Max(unrecovered, away);
            Clean(matrix.AsSpan(row * size, size));
        }

        return new PulseTransitions(matrix, unrecovered);
    }

    private void Clean(Span<double> row)
    {
        var sum = 0.0;
        foreach (ref var probability in row)
        {
            if (probability < -1000 * tolerance)
            {
                throw new InvalidOperationException($"Count chain: a probability is {probability}, expected 0 to 1.");
            }

            probability = Math.Max(probability, 0);
            sum += probability;
        }

        foreach (ref var probability in row)
        {
            probability /= sum;
        }
    }

    private double[] Conductance()
    {
        if (model is not IReadable<Real> readable || readable.Readouts.FirstOrDefault(r => r.Unit == "S") is not { } readout)
        {
            throw new ArgumentException($"{model.GetType().Name} has no readout in S, which a count chain needs.");
        }

        var index = readable.Readouts.ToList().IndexOf(readout);
        return [.. Enumerable.Range(0, lattice.Stored).Select(n => readable.Read(index, lattice.State(n * lattice.Others + lattice.InitialOther)).Value)];
    }

    private (int State, Func<double, double> Signal)[] Differential(PulseSlot slot)
    {
        if (slot.Breaks.Count < 2 || slot.Breaks.Zip(slot.Breaks.Skip(1)).Any(pair => !(pair.First < pair.Second)))
        {
            throw new ArgumentException("The breaks of a pulse slot should be at least two times in ascending order.", nameof(slot));
        }

        return
        [
            .. Enumerable.Range(0, model.States.Count).Where(i => model.States[i].Kind is StateKind.Differential or StateKind.Algebraic)
                .Select(i => (i, slot.States.TryGetValue(model.States[i].Name, out var signal)
                    ? signal
                    : throw new ArgumentException($"The pulse slot has no signal for state '{model.States[i].Name}'.", nameof(slot)))),
        ];
    }
}
