using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>How long a device keeps its value at rest.</summary>
internal static class Retention
{
    /// <summary>The time in which the stored value of a full device would fall to 1/e at its present rate [s].</summary>
    /// <remarks>At 0 V, all other states at rest: the mean rate of the stored state gives the answer for counting and continuous devices alike.</remarks>
    public static double Of(ITwoTerminal<Real> model)
    {
        var state = new Real[model.States.Count];
        var rates = new Real[state.Length];
        for (var i = 0; i < state.Length; i++)
        {
            state[i] = model.States[i].Initial;
        }

        var stored = model.States[0];
        state[0] = stored.Upper;
        model.Evaluate(0, state, rates);
        var loss = -rates[0].Value / (stored.Upper - stored.Lower);
        return loss > 0 ? 1 / loss : double.PositiveInfinity;
    }
}
