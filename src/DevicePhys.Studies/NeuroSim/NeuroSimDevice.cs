namespace DevicePhys.Studies.NeuroSim;

/// <summary>One analog row of Table II of the MLP+NeuroSim V3.0 manual.</summary>
/// <param name="Name">The device, as printed.</param>
/// <param name="Card">Its card.</param>
/// <param name="Accuracy">Its online-learning accuracy, as printed ("~" left out) [%].</param>
public sealed record NeuroSimDevice(string Name, string Card, double Accuracy)
{
    /// <summary>The seven analog devices.</summary>
    public static IReadOnlyList<NeuroSimDevice> All { get; } =
    [
        new("Ag:a-Si", "ExponentialSynapse.AgSi", 72),
        new("TaOx/HfOx", "ExponentialSynapse.TaOxHfOx", 80),
        new("PCMO", "ExponentialSynapse.Pcmo", 33),
        new("AlOx/HfO2", "ExponentialSynapse.AlOxHfO2", 20),
        new("GST PCM", "ExponentialSynapse.Gst", 89),
        new("EpiRAM", "ExponentialSynapse.EpiRam", 92),
        new("HZO FeFET", "ExponentialSynapse.Hzo", 88),
    ];
}
