namespace DevicePhys.Circuits.Elements;

/// <summary>The check of a controlled source's factor.</summary>
internal static class Gain
{
    public static double Finite(string name, double gain) => double.IsFinite(gain)
        ? gain
        : throw new ArgumentOutOfRangeException(nameof(gain), gain, $"{name}: a gain should be a finite number.");
}
