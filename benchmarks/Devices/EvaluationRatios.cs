using DevicePhys.Benchmarks.Arrays;
using DevicePhys.Benchmarks.Numbers;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Benchmarks.Devices;

/// <summary>One evaluation with all slopes: shipped models through their interface against the same equations differentiated by hand.</summary>
internal static class EvaluationRatios
{
    private const int Points = 256;

    public static void Run()
    {
        Console.WriteLine("evaluation with slopes by voltage and state, ns, best of many batches; allowed: Stanford 1.1, VTEAM 1.8");
        var stanford = DeviceCatalog.Default.Card("StanfordPku.V1");
        Compare("StanfordPku.V1", 1.6, 0.3, 1.6, new HandWrittenStanford(stanford).Evaluate);
        foreach (var id in new[] { "Vteam.MemTorch", "Vteam.PtHfTi" })
        {
            var card = DeviceCatalog.Default.Card(id);
            Compare(id, card.Pulses.Potentiation.Amplitude, 0.1, 0.9, new HandWrittenVteam(card).Evaluate);
        }
    }

    private static void Compare(string id, double amplitude, double lower, double upper, Func<double, double, HandWritten.Jacobian> byHand)
    {
        var model = DeviceCatalog.Default.Create<Dual>(DeviceCatalog.Default.Card(id));
        var (voltages, states) = (new double[Points], new double[Points]);
        for (var i = 0; i < Points; i++)
        {
            var turn = 2 * Math.PI * i / Points;
            (voltages[i], states[i]) = (amplitude * Math.Sin(turn), (0.5 * (lower + upper)) + (0.5 * (upper - lower) * Math.Cos(turn)));
        }

        Check(id, model, byHand, voltages, states);
        var sink = 0.0;
        var (ours, theirs) = (double.MaxValue, double.MaxValue);

        // In turns, so that a disturbance meets both.
        for (var round = 0; round < 12; round++)
        {
            theirs = Math.Min(theirs, BestOf.Seconds(() => sink += ByHand(byHand, voltages, states), 0.15));
            ours = Math.Min(ours, BestOf.Seconds(() => sink += ByModel(model, voltages, states), 0.15));
        }

        Console.WriteLine($"  {id,-16} by hand {1e9 * theirs / Points,6:F1}   model {1e9 * ours / Points,6:F1}   ratio {ours / theirs:F2}{(double.IsNaN(sink) ? " NaN" : "")}");
    }

    private static double ByHand(Func<double, double, HandWritten.Jacobian> byHand, double[] voltages, double[] states)
    {
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
        {
            sum += byHand(voltages[i], states[i]).Sum;
        }

        return sum;
    }

    private static double ByModel(ITwoTerminal<Dual> model, double[] voltages, double[] states)
    {
        Span<Dual> state = stackalloc Dual[1], rates = stackalloc Dual[1];
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
        {
            sum += Jacobian(model, voltages[i], states[i], state, rates).Sum;
        }

        return sum;
    }

    private static HandWritten.Jacobian Jacobian(ITwoTerminal<Dual> model, double voltage, double x, Span<Dual> state, Span<Dual> rates)
    {
        state[0] = Dual.Variable(x, 1);
        var current = model.Evaluate(Dual.Variable(voltage, 0), state, rates);
        return new(current.Value, rates[0].Value, current.Slope(0), current.Slope(1), rates[0].Slope(0), rates[0].Slope(1));
    }

    // A benchmark of two different things would say nothing.
    private static void Check(string id, ITwoTerminal<Dual> model, Func<double, double, HandWritten.Jacobian> byHand, double[] voltages, double[] states)
    {
        for (var i = 0; i < Points; i++)
        {
            var (ours, theirs) = (Jacobian(model, voltages[i], states[i], new Dual[1], new Dual[1]), byHand(voltages[i], states[i]));
            foreach (var (a, b) in new[]
            {
                (ours.Current, theirs.Current), (ours.Rate, theirs.Rate), (ours.IByV, theirs.IByV), (ours.IByX, theirs.IByX),
                (ours.RateByV, theirs.RateByV), (ours.RateByX, theirs.RateByX),
            })
            {
                if (Math.Abs(a - b) > 1e-9 * Math.Abs(b))
                {
                    throw new InvalidOperationException($"{id} at {voltages[i]} V, {states[i]}: the model says {ours}, by hand {theirs}.");
                }
            }
        }
    }
}
