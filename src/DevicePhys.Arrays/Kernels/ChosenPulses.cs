namespace DevicePhys.Arrays.Kernels;

/// <summary>A block of devices and the pulse that each is to get.</summary>
internal sealed class ChosenPulses(int count)
{
    /// <summary>Where the devices lie in their array.</summary>
    public int[] Places { get; } = new int[count];

    /// <summary>The level of the step, and beyond it the polarity, as an offset into the device's steps.</summary>
    public int[] Steps { get; } = new int[count];

    /// <summary>All bits where the pulse is given, none where it is not.</summary>
    public int[] Masks { get; } = new int[count];

    /// <summary>[S], what the look-up works with: the conductances.</summary>
    public float[] Conductances { get; } = new float[count];

    /// <summary>What the look-up works with: two numbers fetched from a table.</summary>
    public ulong[] Pairs { get; } = new ulong[count];

    /// <summary>What the look-up works with: the places between two bins.</summary>
    public float[] Fractions { get; } = new float[count];
}
