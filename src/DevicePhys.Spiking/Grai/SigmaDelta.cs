namespace DevicePhys.Spiking.Grai;

/// <summary>What the senders of a layer have last told: an event goes out where a value has moved away from it by at least a threshold.</summary>
/// <remarks>Sigma-delta neurons: the sender keeps s, sends d = y - s where |y - s| >= theta and adds d to s; the receivers add w d to their sums. So after a frame |y - s| is below theta, and 0 where theta is 0.</remarks>
internal sealed class SigmaDelta(int count, int threshold)
{
    private readonly int[] told = new int[count];

    /// <summary>The difference to send; 0 for no event.</summary>
    public int Send(int index, int value)
    {
        var difference = value - told[index];
        if (difference == 0 || Math.Abs(difference) < threshold)
            return 0;
        told[index] = value;
        return difference;
    }

    public ReadOnlySpan<int> Told => told;
}
