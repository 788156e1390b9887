using BenchmarkDotNet.Attributes;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Benchmarks.Numbers;

/// <summary>One evaluation of a model written once, read as values and as values with slopes, against the same typed by hand.</summary>
[MemoryDiagnoser]
public class ModelEvaluation
{
    private const int Points = 256;
    private readonly double[] voltages = new double[Points], states = new double[Points];
    private readonly HandWritten byHand = new();
    private readonly ITwoTerminal<Real> thresholdReal = new ThresholdMemristor<Real>(), sinhReal = new SinhMemristor<Real>();
    private readonly ITwoTerminal<Dual> thresholdDual = new ThresholdMemristor<Dual>(), sinhDual = new SinhMemristor<Dual>();

    /// <summary>A voltage sweep through zero and both thresholds, the state moving slowly.</summary>
    [GlobalSetup]
    public void Sweep()
    {
        for (var i = 0; i < Points; i++)
            (voltages[i], states[i]) = (0.6 * Math.Sin(2 * Math.PI * i / Points), 0.5 + (0.4 * Math.Cos(2 * Math.PI * i / Points)));
    }

    [Benchmark(OperationsPerInvoke = Points)]
    public double ThresholdByHand()
    {
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
        {
            var (current, rate) = byHand.Threshold(voltages[i], states[i]);
            sum += current + rate;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Points)]
    public double ThresholdReal() => Values(thresholdReal);

    [Benchmark(OperationsPerInvoke = Points)]
    public double ThresholdJacobianByHand()
    {
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
            sum += byHand.ThresholdJacobian(voltages[i], states[i]).Sum;

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Points)]
    public double ThresholdDual() => Slopes(thresholdDual);

    [Benchmark(OperationsPerInvoke = Points)]
    public double SinhByHand()
    {
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
        {
            var (current, rate) = byHand.Sinh(voltages[i], states[i]);
            sum += current + rate;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Points)]
    public double SinhReal() => Values(sinhReal);

    [Benchmark(OperationsPerInvoke = Points)]
    public double SinhJacobianByHand()
    {
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
            sum += byHand.SinhJacobian(voltages[i], states[i]).Sum;

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Points)]
    public double SinhDual() => Slopes(sinhDual);

    private double Values(ITwoTerminal<Real> model)
    {
        Span<Real> state = stackalloc Real[1], rates = stackalloc Real[1];
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
        {
            state[0] = states[i];
            sum += model.Evaluate(voltages[i], state, rates).Value + rates[0].Value;
        }

        return sum;
    }

    private double Slopes(ITwoTerminal<Dual> model)
    {
        Span<Dual> state = stackalloc Dual[1], rates = stackalloc Dual[1];
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
        {
            state[0] = Dual.Variable(states[i], 1);
            var current = model.Evaluate(Dual.Variable(voltages[i], 0), state, rates);
            sum += current.Value + rates[0].Value + current.Slope(0) + current.Slope(1) + rates[0].Slope(0) + rates[0].Slope(1);
        }

        return sum;
    }
}
