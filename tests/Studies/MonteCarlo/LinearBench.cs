using DevicePhys.Cards;
using DevicePhys.Studies.MonteCarlo;
using DevicePhys.Traces;

namespace DevicePhys.Tests.Studies.MonteCarlo;

/// <summary>Outputs whose distribution is known: a weighted sum of two parameters, and a device that has no value every third time.</summary>
internal sealed class LinearBench(double a, double b) : IMonteCarloBench
{
    public int Measured;

    public string Name => "linear";

    public IReadOnlyList<TraceColumn> Outputs { get; } = [new("Sum", ""), new("Sometimes", "")];

    public string Settings => FormattableString.Invariant($"linear {a} {b}");

    public bool DrawsDevices => true;

    public void Measure(Card card, ulong seed, Span<double> outputs, CancellationToken cancellation)
    {
        Interlocked.Increment(ref Measured);
        outputs[0] = (a * card.Value("VOn", "V")) + (b * card.Value("VOff", "V"));
        outputs[1] = seed % 3 == 0 ? double.NaN : 1;
    }
}
