namespace DevicePhys.Cards;

/// <summary>How well a number is known.</summary>
public enum ParameterStatus
{
    /// <summary>The source prints this number.</summary>
    Quoted,

    /// <summary>Computed from numbers the source prints.</summary>
    Derived,

    /// <summary>Fitted to data the source shows.</summary>
    Fitted,

    /// <summary>Chosen so that the device behaves as the source describes; nobody published it.</summary>
    Reconstructed,
}
