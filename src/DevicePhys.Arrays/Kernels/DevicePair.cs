namespace DevicePhys.Arrays.Kernels;

/// <summary>The devices of two arrays in one memory: those that count positively, then those that count negatively.</summary>
internal sealed class DevicePair
{
    /// <summary>Devices in their reset state are left to the caller.</summary>
    public DevicePair(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Stride = PaddedMatrix.Pad(columns);
        Half = rows * Stride;
        Conductances = new float[(2 * Half) + 1];
        Corners = new byte[(2 * Half) + 1];
        Plus = new Crossbar(new PaddedMatrix(Conductances, 0, rows, columns));
        Minus = new Crossbar(new PaddedMatrix(Conductances, Half, rows, columns));
    }

    public Crossbar Plus { get; }

    public Crossbar Minus { get; }

    /// <summary>[2 × rows × stride + 1], [S]; the last one is nobody's device, for lanes without a column.</summary>
    public float[] Conductances { get; }

    /// <summary>As many: which device of the table's population each one is.</summary>
    public byte[] Corners { get; }

    /// <summary>The place that is nobody's.</summary>
    public int Nobody => 2 * Half;

    /// <summary>From a device to the other one of its pair.</summary>
    public int Half { get; }

    /// <summary>From a row to the next.</summary>
    public int Stride { get; }
}
