namespace DevicePhys.Circuits.Engine;

/// <summary>What the parts of a circuit write to and read from at one point.</summary>
internal sealed class Board(Topology topology, ILinearSolver matrix)
{
    /// <summary>Every node against ground [V].</summary>
    public double[] Potential { get; } = new double[topology.Names.Length];

    /// <summary>The residuals of the node rows [A], and ground's to be forgotten.</summary>
    public double[] Residual { get; } = new double[topology.UnknownCount + 1];

    /// <summary>The slopes.</summary>
    public double[] Slopes => matrix.Values;

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

    /// <summary>Reserves the places of a current between two nodes, in a transient and at rest.</summary>
    public (Quad Transient, Quad AtRest) ReserveCurrent(int a, int b) =>
        (new(matrix, topology.Unknown[a], topology.Unknown[b], topology.Unknown[a], topology.Unknown[b]),
         new(matrix, topology.RestCurrentRow[a], topology.RestCurrentRow[b], topology.Unknown[a], topology.Unknown[b]));

    /// <summary>Reserves the places of a charge between two nodes, in a transient and at rest.</summary>
    public (Quad Transient, Quad AtRest) ReserveCharge(int a, int b) =>
        (new(matrix, topology.Unknown[a], topology.Unknown[b], topology.Unknown[a], topology.Unknown[b]),
         new(matrix, topology.RestChargeRow[a], topology.RestChargeRow[b], topology.Unknown[a], topology.Unknown[b]));

    /// <summary>The unknowns of two nodes.</summary>
    public int[] Columns(int a, int b) => [topology.Unknown[a], topology.Unknown[b]];
}
