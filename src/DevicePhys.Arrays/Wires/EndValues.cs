using DevicePhys.Arrays.Kernels;

namespace DevicePhys.Arrays.Wires;

/// <summary>Values at the ends of lines, followed through the iteration without keeping the whole array.</summary>
internal sealed class EndValues(int count)
{
    private readonly double[] direction = new double[count];

    /// <summary>The values of the preconditioned residual, filled by the solver.</summary>
    public AlignedBlock<double> Next { get; } = new(count);

    /// <summary>The values of the solution so far.</summary>
    public double[] Values { get; } = new double[count];

    public void Start()
    {
        Array.Clear(direction);
        Array.Clear(Values);
    }

    /// <summary>Takes the step that the whole array takes.</summary>
    public void Step(double alpha, double beta)
    {
        var next = Next.Span;
        for (var i = 0; i < Values.Length; i++)
        {
            direction[i] = next[i] + (beta * direction[i]);
            Values[i] += alpha * direction[i];
        }
    }

    /// <summary>The sum of the absolute values.</summary>
    public double AbsoluteSum(int count)
    {
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            sum += Math.Abs(Values[i]);
        }

        return sum;
    }
}
