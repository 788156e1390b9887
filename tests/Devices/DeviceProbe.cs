using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Tests.Devices;

/// <summary>Any shipped device at any point (voltage and states), through every equation it has: current, rates, hazards, readouts.</summary>
internal sealed class DeviceProbe
{
    private readonly IModel<Real> model;
    private readonly IModel<Dual> slopes;
    private readonly int algebraic;

    public DeviceProbe(Card card)
    {
        Card = card;
        model = DeviceCatalog.Default.CreateModel<Real>(card);
        slopes = DeviceCatalog.Default.CreateModel<Dual>(card);
        algebraic = model.States.ToList().FindIndex(state => state.Kind == StateKind.Algebraic);
    }

    public Card Card { get; }

    public IReadOnlyList<StateVariable> States => model.States;

    /// <summary>The number of voltages: one, or one for every terminal but the last.</summary>
    public int VoltageCount => model is IMultiTerminal<Real> multi ? multi.Terminals.Count - 1 : 1;

    /// <summary>The place of the first rate among the outputs.</summary>
    public int FirstRate => model is IMultiTerminal<Real> ? 2 * VoltageCount : 1;

    /// <summary>The largest voltage the card's own pulses apply [V]; 1 V where it has none.</summary>
    public double LargestVoltage => Card.HasPulses
        ? Math.Max(Math.Abs(Card.Pulses.Potentiation.Amplitude), Math.Abs(Card.Pulses.Depression.Amplitude))
        : 1;

    /// <summary>[VoltageCount + States] the width of the range of the voltages and of each state.</summary>
    public double[] Ranges => [.. Enumerable.Repeat(2 * LargestVoltage, VoltageCount), .. States.Select(state => state.Upper - state.Lower)];

    /// <summary>A random voltage and random states within their bounds; one voltage in four is small.</summary>
    public double[] RandomPoint(RandomStream random)
    {
        var point = new double[VoltageCount + States.Count];
        var scale = random.NextInt(4) == 0 ? Math.Pow(10, -5 * random.NextDouble()) : 1;
        for (var i = 0; i < VoltageCount; i++)
        {
            point[i] = LargestVoltage * scale * (2 * random.NextDouble() - 1);
        }

        for (var i = 0; i < States.Count; i++)
        {
            point[VoltageCount + i] = States[i].Lower + (States[i].Upper - States[i].Lower) * random.NextDouble();
        }

        return point;
    }

    /// <summary>
    /// [1 + States + channels + readouts + charge + noise]: current, rates, hazards, readouts, charge, noise; of a multi-terminal device currents, charges, rates.
    /// </summary>
    public double[] Outputs(double[] point) => [.. Outputs(model, [.. point.Select(value => (Real)value)]).Select(output => output.Value)];

    /// <summary>The same with slopes.</summary>
    public Dual[] Outputs(Dual[] point) => Outputs(slopes, point);

    /// <summary>The same in any reading.</summary>
    public static T[] Outputs<T>(IModel<T> model, T[] point)
        where T : struct, IReal<T>
    {
        if (model is IMultiTerminal<T> multi)
        {
            var ports = multi.Terminals.Count - 1;
            T[] currents = new T[ports], charges = new T[ports], movements = new T[multi.States.Count];
            multi.Evaluate(point.AsSpan(0, ports), point.AsSpan(ports), currents, charges, movements);
            return [.. currents, .. charges, .. movements];
        }

        var device = (ITwoTerminal<T>)model;
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

        T[] charge = device is ICapacitive<T> capacitive ? [capacitive.Charge(point[0], state)] : [];
        var noise = new T[device is IDiffusive<T> ? device.States.Count : 0];
        (device as IDiffusive<T>)?.Diffusion(point[0], state, noise);
        return [current, .. rates, .. hazards, .. readouts, .. charge, .. noise];
    }

    /// <summary>Gives an algebraic state, where there is one, its solution, found from rest; in place.</summary>
    public double[] Solve(double[] point)
    {
        if (algebraic < 0)
        {
            return point;
        }

        point[VoltageCount + algebraic] = States[algebraic].Initial;
        for (var iteration = 0; iteration < 100; iteration++)
        {
            var at = Array.ConvertAll(point, value => (Dual)value);
            at[VoltageCount + algebraic] = Dual.Variable(point[VoltageCount + algebraic], 0);
            var residual = Outputs(at)[FirstRate + algebraic];
            var change = -residual.Value / residual.Slope(0);
            point[VoltageCount + algebraic] += change;
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
