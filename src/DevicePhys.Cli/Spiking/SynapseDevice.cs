using System.CommandLine;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Spiking.Memory;
using DevicePhys.Studies.Ablation;
using DevicePhys.Studies.Spiking;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Spiking;

/// <summary>The device that holds a weight where --cell names no bit cell: a card, which is characterized, or a pulse table.</summary>
internal sealed class SynapseDevice
{
    private static readonly Effect[] Removable = [Effect.Nonlinearity, Effect.Asymmetry, Effect.States, Effect.C2C, Effect.D2D];

    private readonly Option<string[]> without = new("--without")
    {
        Description = $"Properties to take out of a device: {string.Join(", ", Removable)}.", HelpName = "properties", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [],
    };

    /// <summary>All options.</summary>
    public IEnumerable<Option> All => [without];

    /// <summary>Refuses options of devices where a bit cell holds the weights, or nothing does.</summary>
    public void Refuse(ParseResult parse)
    {
        if (parse.GetValue(without)!.Length > 0)
            throw new ArgumentException("--without takes properties out of a device: a card or a pulse table is expected as --cell.");
    }

    /// <summary>How a device holds the weights.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="name">A card or a pulse table.</param>
    /// <param name="settings">The study.</param>
    /// <param name="session">The session.</param>
    public async Task<DeviceSynapseSettings> Settings(ParseResult parse, string name, SpikingDigitsSettings settings, Session session)
    {
        Effect[] removed = [.. parse.GetValue(without)!.Select(Parse)];
        var device = await Device(name, settings, session);
        var duration = settings.Examples * settings.Network.Presentation;
        if (device.Table.RetentionTime < 100 * duration)
            session.Warn($"{device.Name} keeps its state for {SiText.Of(device.Table.RetentionTime, "s")}; decay during the {SiText.Of(duration, "s")} of learning is not modelled.");
        return removed.Length == 0 ? device : device with { Table = IdealisedTable.Without(device.Table, removed) };
    }

    private static async Task<DeviceSynapseSettings> Device(string name, SpikingDigitsSettings settings, Session session)
    {
        if (name.EndsWith(".npz", StringComparison.OrdinalIgnoreCase))
        {
            // The table says nothing of reads; its card does, if it is one of the library.
            var table = PulseTableFile.Load(name);
            var origin = DeviceCatalog.Default.Cards.FirstOrDefault(card => card.Hash == table.Provenance.CardHash);
            return new DeviceSynapseSettings(table).ReadAs(origin);
        }

        if (!name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && DeviceCatalog.Default.Cards.All(card => card.Id != name))
            throw new ArgumentException($"--cell: there is no cell or card '{name}', expected one of {string.Join(", ", CellCharacterization.Cells.Keys)}, a card as 'devicephys cards' lists them, or a pulse table (.npz).");
        var device = DeviceCatalog.Default.Card(name);
        var options = new CharacterizationOptions { Threads = settings.Threads };
        return new DeviceSynapseSettings(await session.TrackAsync(progress => Task.Run(() => Characterization.Run(device, options, progress, session.Cancellation)))).ReadAs(device);
    }

    private static Effect Parse(string text)
    {
        foreach (var effect in Removable)
        {
            if (string.Equals(effect.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return effect;
        }

        throw new ArgumentException($"--without: '{text}' should be one of {string.Join(", ", Removable)}.");
    }
}
