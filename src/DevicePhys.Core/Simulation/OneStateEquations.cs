using System.Runtime.Intrinsics;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Simulation;

/// <summary>The equations of a device with one state, written out: what <see cref="DeviceEquations"/> does for any number, without its loops.</summary>
/// <remarks>Most memristors have one state, and most of a run is spent here.</remarks>
internal sealed class OneStateEquations(bool algebraic)
{
    private readonly Dual[] states = new Dual[1], rates = new Dual[1];
    private double voltage, point, current, conductance, byState, byVoltage, slope, response;

    /// <summary>The slope of the current against the voltage with the state following [S].</summary>
    public double Conductance => conductance - (byState * response);

    /// <summary>Evaluates the model and returns its current [A].</summary>
    public double Evaluate(ITwoTerminal<Dual> model, double voltage, double alpha, double state, double history, out double residual)
    {
        (this.voltage, point) = (voltage, state);
        states[0] = Dual.Variable(state, 1);
        var result = model.Evaluate(Dual.Variable(voltage, 0), states, rates);
        ref readonly var rate = ref rates[0];
        (current, conductance, byState) = (result.Value, result.Slopes.ToScalar(), result.Slopes.GetElement(1));
        var (rateByVoltage, rateByState) = (rate.Slopes.ToScalar(), rate.Slopes.GetElement(1));
        if (algebraic)
            (residual, byVoltage, slope) = (rate.Value, rateByVoltage, rateByState);
        else
            (residual, byVoltage, slope) = ((alpha * (state - history)) - rate.Value, -rateByVoltage, alpha - rateByState);
        return current;
    }

    /// <summary>Eliminates the state.</summary>
    public bool Factor()
    {
        response = byVoltage / slope;
        return slope != 0 && double.IsFinite(slope);
    }

    /// <summary>Solves the state equation with the voltage held and returns how much the current changes.</summary>
    public double Reduce(ref double rightSide)
    {
        rightSide /= slope;
        return byState * rightSide;
    }

    /// <summary>Lets the state follow a change of the voltage.</summary>
    public void Expand(double change, ref double solution) => solution -= response * change;

    /// <summary>The current at a point next to the last evaluation.</summary>
    public double CurrentNear(double voltage, double state) =>
        current + (conductance * (voltage - this.voltage)) + (byState * (state - point));
}
