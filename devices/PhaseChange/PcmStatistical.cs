using DevicePhys.Cards;
using DevicePhys.Devices.Memristors;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.PhaseChange;

/// <summary>A phase-change synapse by its measured statistics: programming spread, drift and read noise against conductance.</summary>
/// <remarks>
/// <para>Laws of doped-GST mushroom cells, 90 nm, one million devices (Nandakumar et al., ESSDERC 2019 and Joshi et al., Nat. Commun. 11, 2473 (2020), coefficients as in IBM's aihwkit),
/// with r = G/GMax: programming spread GMax (SProg0 + SProg1 r + SProg2 r²); drift G (t/T0)^−ν, ν of mean NuSlope ln r + NuOffset and spread SNuSlope ln r +
/// SNuOffset, both held between bounds; read noise G Q √ln((t + TRead)/(2 TRead)), Q = QScale/r^QPower up to QMax. <see cref="PcmSampler"/> draws from them.</para>
/// <para>States: x = G/GMax as programmed, and age = ln of the time since programming over T0, 0 at the first read. Writing: a SET pulse moves x
/// along an exponential of PMax pulses (Nandakumar et al., Front. Neurosci. 14, 406 (2020)), a RESET pulse takes x down by e^ResetDepth, which is also the ratio of the range. Pulses are counted as in <see cref="ExponentialSynapse{T}"/>.</para>
/// <para>Departures: clips are rounded over 2 ‰ of ν; the conductance uses the mean ν. Validity: 25 °C; G/GMax from 0.001.</para>
/// </remarks>
public sealed class PcmStatistical<T>(Card<T> card) : ITwoTerminal<T>, IReadable<T>
    where T : struct, IReal<T>
{
    private static readonly Readout[] AllReadouts =
    [
        new("conductance", "S"), new("programming spread", "S"), new("mean drift exponent", ""), new("spread of the drift exponent", ""),
        new("read noise Q", ""), new("read noise at T0", "S"),
        new("drift exponent without crystal", ""), new("its spread", ""), new("its read noise Q", ""),
    ];

    private readonly T gMax = card["GMax", "S"], spread0 = card["SProg0"], spread1 = card["SProg1"], spread2 = card["SProg2"];
    private readonly T nuSlope = card["NuSlope"], nuOffset = card["NuOffset"], nuMin = card["NuMin"], nuMax = card["NuMax"];
    private readonly T nuSpreadSlope = card["SNuSlope"], nuSpreadOffset = card["SNuOffset"], nuSpreadMin = card["SNuMin"], nuSpreadMax = card["SNuMax"];
    private readonly T qScale = card["QScale"], qPower = card["QPower"], qMax = card["QMax"];
    private readonly T firstRead = card["T0", "s"], noiseGrowth = T.Sqrt(T.Log((card["T0", "s"] + card["TRead", "s"]) / (2 * card["TRead", "s"])));
    private readonly T pMax = card["PMax"], curvature = card["Curvature"], vSet = card["VSet", "V"], tSet = card["TSet", "s"];
    private readonly T vReset = card["VReset", "V"], tReset = card["TReset", "s"], depth = card["ResetDepth"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } =
        [new("x", Unit: "", Lower: Lowest(card), Upper: 1, Initial: Lowest(card)), new("age", Unit: "", Lower: 0, Upper: 60, Initial: 0)];

    /// <inheritdoc/>
    public IReadOnlyList<Readout> Readouts => AllReadouts;

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        T x = state[0], age = state[1];
        T sets = PulseGate.Rate(voltage, vSet, tSet), resets = PulseGate.Rate(voltage, vReset, tReset);
        var rise = sets * ((1 / ExponentialRise.Quotient(-curvature)) - (curvature * x)) / pMax;
        rates[0] = Smooth.Bounded(rise - (resets * depth * x), x, T.Exp(-depth), 1, 0.001);
        rates[1] = (T.Exp(-age) / firstRead * Smooth.Step(59 - age, 2)) - ((sets + resets) * 20 * age);
        return voltage * Conductance(x, age);
    }

    /// <inheritdoc/>
    public T Read(int readout, ReadOnlySpan<T> state)
    {
        var x = state[0];
        return readout switch
        {
            0 => Conductance(x, state[1]),
            1 => gMax * (spread0 + (x * (spread1 + (spread2 * x)))),
            2 => DriftExponent(x),
            3 => DriftSpread(x),
            4 => Noise(x),
            5 => Conductance(x, state[1]) * Noise(x) * noiseGrowth,
            6 => DriftExponent(0),
            7 => DriftSpread(0),
            8 => Noise(0),
            _ => throw new ArgumentOutOfRangeException(nameof(readout), readout, "The readouts are 0 to 8."),
        };
    }

    private static double Lowest(Card<T> card) => Math.Exp(-card.Number("ResetDepth"));

    private static T Held(T x) => 1e-4 + Smooth.Ramp(x - 1e-4, 1e-4);

    private static T LogOf(T x) => T.Log(Held(x));

    private static T Clip(T value, T lowest, T highest, double width) =>
        lowest + Smooth.Ramp(value - lowest, width) - Smooth.Ramp(value - highest, width);

    private T Conductance(T x, T age) => gMax * x * T.Exp(-DriftExponent(x) * age);

    private T DriftExponent(T x) => Clip((nuSlope * LogOf(x)) + nuOffset, nuMin, nuMax, 0.002);

    private T DriftSpread(T x) => Clip((nuSpreadSlope * LogOf(x)) + nuSpreadOffset, nuSpreadMin, nuSpreadMax, 0.001);

    private T Noise(T x) => qMax - Smooth.Ramp(qMax - (qScale * T.Exp(-qPower * LogOf(x))), 0.01);
}
