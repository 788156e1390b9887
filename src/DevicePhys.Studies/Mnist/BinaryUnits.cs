namespace DevicePhys.Studies.Mnist;

/// <summary>When hidden units answer 0 or 1 (threshold 1/2) instead of a graded value.</summary>
public enum BinaryUnits
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>When an image is classified.</summary>
    Classifying,

    /// <summary>In training too; errors and updates still know the graded value.</summary>
    Always,
}
