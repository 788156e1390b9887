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
        Conductances = new float[2 * Half];
        Corners = new byte[2 * Half];
        Plus = new Crossbar(new PaddedMatrix(Conductances, 0, rows, columns));
        Minus = new Crossbar(new PaddedMatrix(Conductances, Half, rows, columns));
    }

    public Crossbar Plus { get; }

    public Crossbar Minus { get; }

    /// <summary>[2 × rows × stride], [S].</summary>
    public float[] Conductances { get; }

    /// <summary>As many: which device of the table's population each one is.</summary>
    public byte[] Corners { get; }

    /// <summary>From a device to the other one of its pair.</summary>
    public int Half { get; }

    /// <summary>From a row to the next.</summary>
    public int Stride { get; }
}
