namespace DevicePhys;

/// <summary>How far a long piece of work is.</summary>
/// <param name="Activity">What is being done, a few words.</param>
/// <param name="Fraction">The finished part, 0 to 1.</param>
public readonly record struct WorkProgress(string Activity, double Fraction);
