namespace DevicePhys.Studies.Ablation;

/// <summary>What can cost a device network accuracy.</summary>
public enum Effect
{
    /// <summary>The mean step depends on the conductance; without it every step is the mean one.</summary>
    Nonlinearity,

    /// <summary>Depression is not the mirror image of potentiation; without it both are the average of the one and the mirrored other.</summary>
    Asymmetry,

    /// <summary>There are few pulses from end to end; without it there are 16 times as many, each with 1/16 of the step and of its variance.</summary>
    States,

    /// <summary>Equal pulses give different steps; without it every pulse gives the mean step.</summary>
    C2C,

    /// <summary>Devices differ; without it all are the nominal one.</summary>
    D2D,

    /// <summary>Wires have resistance.</summary>
    Wires,

    /// <summary>Sums are read by converters of few bits.</summary>
    Adc,
}
