namespace DevicePhys.Arrays.Mapping;

/// <summary>How a weight of either sign becomes conductances, which have none.</summary>
public enum WeightMapping
{
    /// <summary>Two devices in two arrays, positive and negative part; their currents are subtracted before they are converted.</summary>
    DifferentialPair,

    /// <summary>One device, and one bit line more per array whose devices stand at weight 0; its current is subtracted before the others are converted.</summary>
    ReferenceColumn,

    /// <summary>One device; what the whole current is above weight 0 is computed from the sum of the inputs and subtracted after conversion.</summary>
    Offset,
}
