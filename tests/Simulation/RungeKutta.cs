using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Waveforms;

namespace DevicePhys.Tests.Simulation;

/// <summary>The classical fourth-order method at a fixed step: the plain reference for differential states under a given voltage.</summary>
internal static class RungeKutta
{
    public static double[] Run(ITwoTerminal<Real> model, Waveform voltage, double stop, int steps)
    {
        var x = model.States.Select(s => s.Initial).ToArray();
        var h = stop / steps;
        for (var step = 0; step < steps; step++)
        {
            var t = step * h;
            var k1 = Rates(model, voltage.At(t), x, x, 0);
            var k2 = Rates(model, voltage.At(t + (h / 2)), x, k1, h / 2);
            var k3 = Rates(model, voltage.At(t + (h / 2)), x, k2, h / 2);
            var k4 = Rates(model, voltage.At(t + h), x, k3, h);
            for (var i = 0; i < x.Length; i++)
                x[i] += h / 6 * (k1[i] + (2 * k2[i]) + (2 * k3[i]) + k4[i]);
        }

        return x;
    }

    private static double[] Rates(ITwoTerminal<Real> model, double voltage, double[] x, double[] k, double h)
    {
        var (state, rates) = (new Real[x.Length], new Real[x.Length]);
        for (var i = 0; i < x.Length; i++)
            state[i] = x[i] + (h * k[i]);
        model.Evaluate(voltage, state, rates);
        return [.. rates.Select(r => r.Value)];
    }
}
