namespace DevicePhys;

/// <summary>How far a long piece of work has come.</summary>
/// <param name="Activity">What is being done, such as "training seed 3 of 10".</param>
/// <param name="Fraction">How much of the whole is done, 0 to 1.</param>
public readonly record struct WorkProgress(string Activity, double Fraction);
