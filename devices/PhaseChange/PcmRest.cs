using DevicePhys.Cards;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Devices.PhaseChange;

/// <summary>The time between the pulses of a <see cref="PcmCell{T}"/>, from nanoseconds to decades, in one step.</summary>
/// <remarks>
/// At 0 V the cell cools within some TauTh, which is integrated; after that the temperature is the ambient one, where the equations have closed solutions: age =
/// ln(e^age + t/TauDrift), and the dome's edge creeps at one velocity. So a drift of ten years costs what a microsecond does. Not thread safe.
/// </remarks>
public sealed class PcmRest
{
    // After 60 time constants the hot spot is at ambient temperature to all digits.
    private const double CoolingTimes = 60;

    private readonly Stepper stepper;
    private readonly double cooling, driftTime;
    private readonly Dual[] state = new Dual[4], rates = new Dual[4];

    /// <summary>Builds the cell.</summary>
    /// <param name="card">A card of <see cref="PcmCell{T}"/>.</param>
    /// <exception cref="Errors.CardException">The card does not fit.</exception>
    public PcmRest(Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        stepper = new Stepper(DeviceCatalog.Default.Create<Dual>(card), new Constant(0), TransientOptions.AtTolerance(1e-6));
        (cooling, driftTime) = (CoolingTimes * card.Value("TauTh", "s"), card.Value("TauDrift", "s"));
    }

    /// <summary>Lets the cell rest.</summary>
    /// <param name="states">[4] the states of the cell, replaced by those after the rest.</param>
    /// <param name="duration">How long, at least 0 [s].</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative or not finite.</exception>
    /// <exception cref="Errors.ConvergenceException">The cooling was not solved.</exception>
    public void Advance(Span<double> states, double duration)
    {
        if (!(duration >= 0 && double.IsFinite(duration)))
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "The duration should be finite and at least 0.");
        var integrated = states[1] > 0 || states[2] > 0 ? Math.Min(duration, cooling) : 0;
        if (integrated > 0)
        {
            stepper.Reset();
            stepper.SetState(states);
            stepper.Run(integrated);
            stepper.State.CopyTo(states);
        }

        var left = duration - integrated;
        if (left <= 0)
            return;
        (states[1], states[2]) = (0, 0);
        for (var i = 0; i < state.Length; i++)
            state[i] = states[i];
        stepper.Model.Evaluate(0, state, rates);
        states[0] = Math.Clamp(states[0] + (rates[0].Value * left), 0, 1);
        states[3] += Math.Log(1 + (left / driftTime * Math.Exp(-states[3])));
    }
}
