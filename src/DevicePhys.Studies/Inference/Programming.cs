namespace DevicePhys.Studies.Inference;

/// <summary>How trained weights get into devices.</summary>
public enum Programming
{
    /// <summary>Read, pulse, read again, see <see cref="Arrays.Nonidealities.ProgramAndVerify"/>.</summary>
    Verify,

    /// <summary>As many pulses as the nominal device would need, see <see cref="Arrays.Nonidealities.OpenLoop"/>.</summary>
    OpenLoop,

    /// <summary>Every device has the conductance that is wished: what the other effects cost alone.</summary>
    Exact,
}
