namespace DevicePhys.Circuits.Engine;

/// <summary>What an element is between its nodes, as far as the uniqueness of a solution goes.</summary>
internal enum Path
{
    /// <summary>Nothing: a current source fixes no voltage.</summary>
    None,

    /// <summary>A charge: fixes a voltage, but lets no steady current through.</summary>
    Coupling,

    /// <summary>A conductor.</summary>
    Conducting,

    /// <summary>A given voltage.</summary>
    Tie,
}
