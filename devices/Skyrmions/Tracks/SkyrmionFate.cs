namespace DevicePhys.Devices.Skyrmions.Tracks;

/// <summary>What became of a skyrmion.</summary>
public enum SkyrmionFate
{
    /// <summary>It is still on the track.</summary>
    OnTrack,

    /// <summary>It left through the notch at x = 0.</summary>
    LeftThroughNotch,

    /// <summary>It was annihilated at an edge or at the closed end.</summary>
    LostAtEdge,
}
