using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Tests.Devices;

/// <summary>Any shipped device at any point (voltage and states), through every equation it has: current, rates, hazards, readouts.</summary>
internal sealed class DeviceProbe
{
    private readonly ITwoTerminal<Real> model;
    private readonly ITwoTerminal<Dual> slopes;
    private readonly int algebraic;

    public DeviceProbe(Card card)
    {
        Card = card;
        model = DeviceCatalog.Default.Create<Real>(card);
        slopes = DeviceCatalog.Default.Create<Dual>(card);
        algebraic = model.States.ToList().FindIndex(state => state.Kind == StateKind.Algebraic);
    }

    public Card Card { get; }

    public IReadOnlyList<StateVariable> States => model.States;

    /// <summary>The largest voltage the card's own pulses apply [V]; 1 V where it has none.</summary>
    public double LargestVoltage => Card.HasPulses
        ? Math.Max(Math.Abs(Card.Pulses.Potentiation.Amplitude), Math.Abs(Card.Pulses.Depression.Amplitude))
        : 1;

    /// <summary>[1 + States] the width of the range of the voltage and of each state.</summary>
    public double[] Ranges => [2 * LargestVoltage, .. States.Select(state => state.Upper - state.Lower)];

    /// <summary>A random voltage and random states within their bounds; one voltage in four is small.</summary>
    public double[] RandomPoint(RandomStream random)
    {
        var point = new double[1 + States.Count];
        var scale = random.NextInt(4) == 0 ? Math.Pow(10, -5 * random.NextDouble()) : 1;
        point[0] = LargestVoltage * scale * (2 * random.NextDouble() - 1);
        for (var i = 0; i < States.Count; i++)
        {
            point[i + 1] = States[i].Lower + (States[i].Upper - States[i].Lower) * random.NextDouble();
        }

        return point;
    }

    /// <summary>[1 + States + channels + readouts]: current, rates, hazards, readouts.</summary>
    public double[] Outputs(double[] point) => [.. Outputs(model, [.. point.Select(value => (Real)value)]).Select(output => output.Value)];

    /// <summary>The same with slopes.</summary>
    public Dual[] Outputs(Dual[] point) => Outputs(slopes, point);

    /// <summary>The same in any reading.</summary>
    public static T[] Outputs<T>(ITwoTerminal<T> device, T[] point)
        where T : struct, IReal<T>
    {
        var rates = new T[device.States.Count];
        var state = point.AsSpan(1);
        var current = device.Evaluate(point[0], state, rates);
        var hazards = new T[(device as IJumpProcess<T>)?.Channels.Count ?? 0];
        (device as IJumpProcess<T>)?.Hazards(point[0], state, hazards);
        var readouts = new T[(device as IReadable<T>)?.Readouts.Count ?? 0];
        for (var i = 0; i < readouts.Length; i++)
        {
            readouts[i] = ((IReadable<T>)device).Read(i, state);
        }

        return [current, .. rates, .. hazards, .. readouts];
    }

    /// <summary>Gives an algebraic state, where there is one, its solution, found from rest; in place.</summary>
    public double[] Solve(double[] point)
    {
        if (algebraic < 0)
        {
            return point;
        }

        point[1 + algebraic] = States[algebraic].Initial;
        for (var iteration = 0; iteration < 100; iteration++)
        {
            var at = Array.ConvertAll(point, value => (Dual)value);
            at[1 + algebraic] = Dual.Variable(point[1 + algebraic], 0);
            var residual = Outputs(at)[1 + algebraic];
            var change = -residual.Value / residual.Slope(0);
            point[1 + algebraic] += change;
            if (Math.Abs(change) <= 1e-14)
            {
                return point;
            }
        }

        throw new InvalidOperationException($"{Card.Id}: no solution of the algebraic state at {string.Join(", ", point)}.");
    }

    /// <summary>The conductance a crossbar sees [S].</summary>
    public double ReadConductance(ReadOnlySpan<double> state)
    {
        if (model is IReadable<Real> readable)
        {
            var readout = readable.Readouts.ToList().FindIndex(r => r.Unit == "S");
            return readable.Read(readout, Array.ConvertAll(state.ToArray(), value => (Real)value)).Value;
        }

        var voltage = Card.Pulses.ReadVoltage;
        return Outputs(Solve([voltage, .. state]))[0] / voltage;
    }
}
