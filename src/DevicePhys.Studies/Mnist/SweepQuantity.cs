namespace DevicePhys.Studies.Mnist;

/// <summary>What a sweep of the device network varies.</summary>
public enum SweepQuantity
{
    /// <summary>The number of skyrmions a device holds; states are one more.</summary>
    States,

    /// <summary>The chance that a single pulse moves a half-filled device, set through the pulse width.</summary>
    Success,

    /// <summary>The D2D spreads, as a multiple of those of the card.</summary>
    D2D,

    /// <summary>The spread of the size of a fresh skyrmion (C2C).</summary>
    C2C,

    /// <summary>The exponent of site limitation: 0 writes linearly, 1 saturates.</summary>
    Kappa,

    /// <summary>Resistance of word and bit lines from cell to cell [Ohm].</summary>
    Wire,

    /// <summary>Bits of the converters behind all sums.</summary>
    Adc,

    /// <summary>The weight of a pair at opposite ends of its range.</summary>
    WeightScale,

    /// <summary>The learning rate of the device network.</summary>
    LearningRate,
}
