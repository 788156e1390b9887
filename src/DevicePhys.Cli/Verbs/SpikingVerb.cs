using System.CommandLine;
using DevicePhys.Cli.Spiking;

namespace DevicePhys.Cli.Verbs;

/// <summary>spiking: networks of spiking neurons.</summary>
internal static class SpikingVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create() => new("spiking", "Spiking networks that learn digits without a teacher, their weights in memory cells.")
    {
        DigitsVerb.Create(), RetentionVerb.Create(), ActivityVerb.Create(), CoresVerb.Create(),
    };
}
