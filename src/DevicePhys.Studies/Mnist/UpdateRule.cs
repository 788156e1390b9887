namespace DevicePhys.Studies.Mnist;

/// <summary>How a wished change of weights becomes pulses.</summary>
public enum UpdateRule
{
    /// <summary>Every cell rounds its own number of pulses stochastically, see <see cref="Arrays.SynapseArray"/>.</summary>
    Rounding,

    /// <summary>The same rule, every cell on its own: slow, to compare with, see <see cref="Arrays.Updates.PlainUpdates"/>.</summary>
    Plain,

    /// <summary>One pulse by the sign of the change, see <see cref="Arrays.Updates.SignUpdates"/>.</summary>
    Sign,

    /// <summary>Coinciding random pulse trains, see <see cref="Arrays.Updates.CoincidenceUpdates"/>.</summary>
    Coincidence,

    /// <summary>Sums over several images, see <see cref="Arrays.Updates.BatchUpdates"/>.</summary>
    Batch,

    /// <summary>A fast and a slow array, see <see cref="Arrays.Updates.TransferWeights"/>.</summary>
    Transfer,
}
