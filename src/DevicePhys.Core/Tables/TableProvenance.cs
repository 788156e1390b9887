namespace DevicePhys.Tables;

/// <summary>Where a table came from: enough to make it again.</summary>
/// <param name="Card">The card, such as "SkyrmionSynapse.Song2020".</param>
/// <param name="CardHash">SHA-256 of the card's content, hexadecimal.</param>
/// <param name="Readout">The readout behind the conductance, such as "MTJ conductance".</param>
/// <param name="Circuit">The netlist, one line.</param>
/// <param name="Engine">The circuit engine.</param>
/// <param name="Version">The DevicePhys version that wrote it.</param>
/// <param name="Draws">Pulses simulated per conductance bin and polarity.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Settings">Everything else that was set, by name.</param>
public sealed record TableProvenance(
    string Card,
    string CardHash,
    string Readout,
    string Circuit,
    string Engine,
    string Version,
    int Draws,
    ulong Seed,
    IReadOnlyDictionary<string, string> Settings);
