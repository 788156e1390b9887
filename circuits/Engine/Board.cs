namespace DevicePhys.Circuits.Engine;

/// <summary>What the parts of a circuit write to and read from at one point.</summary>
internal sealed class Board(Topology topology, ILinearSolver matrix)
{
    /// <summary>Every node against ground [V].</summary>
    public double[] Potential { get; } = new double[topology.Names.Length];

    /// <summary>The residuals of the node rows [A], and ground's to be forgotten.</summary>
    public double[] Residual { get; } = new double[topology.UnknownCount + 1];

    /// <summary>The slopes.</summary>
    public double[] Slopes { get; private set; } = [];

    /// <summary>The time [s].</summary>
    public double Time { get; set; }

    /// <summary>The weight of a charge in a node row [1/s].</summary>
    public double Alpha { get; set; }

    /// <summary>The weight of a state in its equation [1/s].</summary>
    public double StateAlpha { get; set; }

    /// <summary>Whether the circuit is at rest: no charge moves.</summary>
    public bool AtRest { get; set; }

    /// <summary>What part of the sources is switched on.</summary>
    public double SourceScale { get; set; } = 1;

    /// <summary>The currents of the branches [A].</summary>
    public double[] BranchCurrents { get; } = new double[topology.Branches.Count];

    /// <summary>Whether some part of the circuit is cut off from steady currents.</summary>
    public bool HasCutParts => topology.HasCutParts;

    /// <summary>Takes the slopes' place in memory, once all entries are reserved.</summary>
    public void TakeMatrix() => Slopes = matrix.Values;

    /// <summary>Reserves the places of a current between two nodes, in a transient and at rest.</summary>
    public (Quad Transient, Quad AtRest) ReserveCurrent(int a, int b) => ReserveCurrent(a, b, a, b);

    /// <summary>Reserves the places of a current between two nodes that two others control, in a transient and at rest.</summary>
    public (Quad Transient, Quad AtRest) ReserveCurrent(int a, int b, int c, int d) =>
        (new(matrix, topology.UnknownCount, topology.Unknown[a], topology.Unknown[b], topology.Unknown[c], topology.Unknown[d]),
         new(matrix, topology.UnknownCount, topology.RestCurrentRow[a], topology.RestCurrentRow[b], topology.Unknown[c], topology.Unknown[d]));

    /// <summary>Reserves the places of a charge between two nodes, in a transient and at rest.</summary>
    public (Quad Transient, Quad AtRest) ReserveCharge(int a, int b) =>
        (new(matrix, topology.UnknownCount, topology.Unknown[a], topology.Unknown[b], topology.Unknown[a], topology.Unknown[b]),
         new(matrix, topology.UnknownCount, topology.RestChargeRow[a], topology.RestChargeRow[b], topology.Unknown[a], topology.Unknown[b]));

    /// <summary>Reserves the places of all rows and columns given, row by row.</summary>
    public int[] Reserve(int[] rows, int[] columns) => [.. rows.SelectMany(row => columns.Select(column => matrix.Reserve(row, column)))];

    /// <summary>The number of node and branch unknowns: a row or column from there on is ground's.</summary>
    public int UnknownCount => topology.UnknownCount;

    /// <summary>The unknown, and so the row in a transient, of a node.</summary>
    public int Column(int node) => topology.Unknown[node];

    /// <summary>The row that takes a node's current at rest.</summary>
    public int RestCurrentRow(int node) => topology.RestCurrentRow[node];

    /// <summary>The row that takes a node's charge at rest.</summary>
    public int RestChargeRow(int node) => topology.RestChargeRow[node];

    /// <summary>The row of a branch, and the unknown of its current.</summary>
    public int BranchRow(int branch) => topology.NodeUnknownCount + branch;

    /// <summary>The unknowns of two nodes.</summary>
    public int[] Columns(int a, int b) => [topology.Unknown[a], topology.Unknown[b]];
}
