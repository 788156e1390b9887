using DevicePhys.Sampling;
using DevicePhys.Waveforms;

namespace DevicePhys.Simulation;

/// <summary>The equations of one device under a given voltage; its integrals are charge and energy.</summary>
internal sealed class StepperSystem(DeviceEquations device, Waveform waveform, TransientOptions options) : IImplicitSystem
{
    private readonly double[] tolerances =
        [.. device.Model.States.Select(s => options.StateTolerance * (double.IsFinite(s.Upper - s.Lower) ? s.Upper - s.Lower : 1))];

    private double voltage;

    public Waveform Waveform { get; set; } = waveform;

    public int UnknownCount => device.Count;

    public int RowCount => device.Count;

    public int IntegralCount => 2;

    public bool HasCharge(int row) => device.HasRate(row);

    public double Tolerance(int unknown) => tolerances[unknown];

    public (double Lower, double Upper) Range(int unknown) =>
        device.HasRate(unknown) ? (device.Model.States[unknown].Lower, device.Model.States[unknown].Upper) : (double.NegativeInfinity, double.PositiveInfinity);

    public bool IsConstrained(int row) => false;

    public bool Limited => false;

    public string Place(int unknown) => device.Count == 0 ? "device" : $"state {device.Model.States[unknown].Name}";

    public double NextBreak(double time) => Waveform.NextBreak(time);

    public void Evaluate(double time, double alpha, ReadOnlySpan<double> x, ReadOnlySpan<double> history, Span<double> residual) =>
        device.Evaluate(Waveform.At(time), alpha, x, history, residual);

    public bool Factor() => device.Factor();

    public void Solve(Span<double> rightSide) => device.Reduce(rightSide);

    public void Charges(double time, ReadOnlySpan<double> x, Span<double> charge)
    {
        voltage = Waveform.At(time);
        for (var i = 0; i < charge.Length; i++)
            charge[i] = device.HasRate(i) ? x[i] : 0;
    }

    public void Growth(ReadOnlySpan<double> x, ReadOnlySpan<double> chargeRates, Span<double> growth)
    {
        growth[0] = device.CurrentNear(voltage, x);
        growth[1] = voltage * growth[0];
    }

    public void AddChargingGrowth(double time, ReadOnlySpan<double> chargeRates, Span<double> growth)
    {
    }

    public void SetStochastic(bool stochastic) => device.SetStochastic(stochastic);

    public double Hazard(ReadOnlySpan<double> x) => device.Hazard(voltage, x);

    public void Jump(double time, Span<double> x, Span<double> charge, RandomStream random)
    {
        device.Jump(random.NextDouble() * device.Hazard(Waveform.At(time), x), x, random);
        Charges(time, x, charge);
    }

    public bool Shake(double time, double duration, Span<double> x, Span<double> charge, RandomStream random)
    {
        if (!device.Shake(Waveform.At(time), duration, x, random))
            return false;
        Charges(time, x, charge);
        return true;
    }
}
