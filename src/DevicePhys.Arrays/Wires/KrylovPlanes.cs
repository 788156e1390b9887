using System.Runtime.CompilerServices;
using DevicePhys.Arrays.Kernels;

namespace DevicePhys.Arrays.Wires;

/// <summary>What the solver carries from iteration to iteration for one right-hand side.</summary>
internal sealed class KrylovPlanes
{
    private const int RingRows = 2 * WordLines.Rows;
    private readonly WirePlanes wires;
    private readonly AlignedBlock<double> residual;
    private readonly AlignedBlock<double> direction;
    private readonly AlignedBlock<double> image;
    private readonly AlignedBlock<double> solution;
    private readonly AlignedBlock<double>? nodeDirection;
    private readonly AlignedBlock<double>? voltage;

    /// <param name="wires">The array.</param>
    /// <param name="keepVoltages">Whether every bit-line voltage is kept, or only those at the sensed ends.</param>
    public KrylovPlanes(WirePlanes wires, bool keepVoltages)
    {
        this.wires = wires;
        KeepsVoltages = keepVoltages;
        var rows = wires.Blocks * WordLines.Rows;
        residual = new AlignedBlock<double>(checked(rows * wires.Stride));
        direction = new AlignedBlock<double>(residual.Length);
        image = new AlignedBlock<double>(checked((rows + 1) * wires.Stride));
        solution = new AlignedBlock<double>(keepVoltages ? residual.Length : RingRows * wires.Stride);
        nodeDirection = keepVoltages ? new AlignedBlock<double>(residual.Length) : null;
        voltage = keepVoltages ? new AlignedBlock<double>(residual.Length) : null;
        FirstRow = new EndValues(wires.Stride);
        LastRow = new EndValues(wires.Stride);
        Drivers = new EndValues(rows);
    }

    public bool KeepsVoltages { get; }

    /// <summary>Voltages of row 0.</summary>
    public EndValues FirstRow { get; }

    /// <summary>Voltages of the last row.</summary>
    public EndValues LastRow { get; }

    /// <summary>The part of the word-line currents into the drivers that comes from the bit lines, one for each row [A].</summary>
    public EndValues Drivers { get; }

    /// <summary>The sum of the absolute residuals [A].</summary>
    public double Residual { get; set; }

    /// <summary>The last residual · preconditioned residual.</summary>
    public double Gamma { get; set; }

    /// <summary>The last step length.</summary>
    public double Alpha { get; set; }

    public bool Done { get; set; }

    public ref double ResidualRow(int row) => ref Row(residual, row);

    public ref double DirectionRow(int row) => ref Row(direction, row);

    /// <summary>Image of the preconditioned residual, later forward values; row −1 exists.</summary>
    public ref double ImageRow(int row) => ref Row(image, row + 1);

    /// <summary>The preconditioned residual; without kept voltages only the last rows exist.</summary>
    public ref double SolutionRow(int row) => ref Row(solution, KeepsVoltages ? row : row % RingRows);

    public ref double NodeDirectionRow(int row) => ref Row(nodeDirection!, row);

    public ref double VoltageRow(int row) => ref Row(voltage!, row);

    public void ClearResidual() => residual.Span.Clear();

    /// <summary>Starts with all changes 0; kept voltages stay as they are.</summary>
    public void Start()
    {
        FirstRow.Start();
        LastRow.Start();
        Drivers.Start();
        (Gamma, Alpha, Done) = (0, 0, false);
    }

    private ref double Row(AlignedBlock<double> plane, int row) => ref Unsafe.Add(ref plane.First, (nint)row * wires.Stride);
}
