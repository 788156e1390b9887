using System.Buffers;

namespace DevicePhys.Arrays.Wires;

/// <summary>A rectangle of the array seen from outside: the conductance matrix between the points where its lines are cut.</summary>
/// <remarks>
/// Terminals come in the order left, right, top, bottom. A line enters a part through the resistance before its first node and leaves it at
/// its last node; where it ends at the edge of the array there is a terminal only if it is connected there. The matrix is borrowed from a pool.
/// </remarks>
internal sealed class ArrayPart
{
    public int Left { get; private set; }

    public int Right { get; private set; }

    public int Top { get; private set; }

    public int Bottom { get; private set; }

    public int Count => Left + Right + Top + Bottom;

    /// <summary>Distance of rows of the matrix: whole panels.</summary>
    public int Stride => (Count + PanelKernels.Width - 1) / PanelKernels.Width * PanelKernels.Width;

    /// <summary>[Count × Stride] and up to three rows more, symmetric [S].</summary>
    public double[] Matrix { get; private set; } = [];

    public int RightAt => Left;

    public int TopAt => Left + Right;

    public int BottomAt => Left + Right + Top;

    /// <summary>Whether the left, right, top, bottom terminals are drivers or sense inputs, whose coupling among each other nobody asks for.</summary>
    public (bool Left, bool Right, bool Top, bool Bottom) Outside { get; private set; }

    public void Open(int left, int right, int top, int bottom, (bool Left, bool Right, bool Top, bool Bottom) outside)
    {
        (Left, Right, Top, Bottom, Outside) = (left, right, top, bottom, outside);
        Matrix = ArrayPool<double>.Shared.Rent((Count + PanelKernels.Strip - 1) * Stride);
    }

    public void Close()
    {
        ArrayPool<double>.Shared.Return(Matrix);
        Matrix = [];
    }
}
