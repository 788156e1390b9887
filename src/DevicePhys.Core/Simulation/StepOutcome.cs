namespace DevicePhys.Simulation;

/// <summary>What a step ended with.</summary>
public enum StepOutcome
{
    /// <summary>Time has moved on.</summary>
    Advanced,

    /// <summary>Time has moved on to the moment before a jump; <see cref="Integrator.ApplyJump"/> comes next.</summary>
    JumpDue,
}
