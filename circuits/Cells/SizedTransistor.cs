using DevicePhys.Cards;
using DevicePhys.Devices;

namespace DevicePhys.Circuits.Cells;

/// <summary>A transistor of a card, drawn with a width and a length of its own.</summary>
/// <param name="Card">The card of its class, of the model EkvMosfet.</param>
/// <param name="Width">Channel width [m].</param>
/// <param name="Length">Channel length [m].</param>
/// <remarks>The D2D spread of the threshold follows the gate area as Pelgrom's law asks, sigma ~ 1/sqrt(W L) (IEEE JSSC 24, 1433 (1989)), from that of the card.</remarks>
public sealed record SizedTransistor(Card Card, double Width, double Length)
{
    /// <summary>Where the model is found.</summary>
    public ModelCatalog Catalog { get; init; } = DeviceCatalog.Default;

    /// <summary>The shipped card of a name, such as "N130Lstp", at a size.</summary>
    /// <param name="name">The name of an EkvMosfet card.</param>
    /// <param name="width">Channel width [m].</param>
    /// <param name="length">Channel length [m].</param>
    /// <exception cref="Errors.CardException">There is no such card.</exception>
    public static SizedTransistor Of(string name, double width, double length) =>
        new(DeviceCatalog.Default.Card($"EkvMosfet.{name}"), width, length);

    /// <summary>The card at this size.</summary>
    /// <exception cref="Errors.CardException">The size is out of the card's bounds.</exception>
    public Card Sized
    {
        get
        {
            var threshold = Card.Parameter("VT0");
            var area = Card.Value("W", "m") * Card.Value("L", "m");
            var spread = threshold.D2D is { } d2d ? d2d with { Sigma = d2d.Sigma * Math.Sqrt(area / (Width * Length)) } : null;
            return Card.With("W", Width).With("L", Length).With(threshold with { D2D = spread });
        }
    }

    /// <summary>The standard deviation of the threshold at this size [V]; 0 where the card has no spread.</summary>
    public double ThresholdSigma => Sized.Parameter("VT0") is { D2D: { } spread } threshold ? spread.Sigma * threshold.Value : 0;

    /// <summary>The same transistor at another temperature.</summary>
    /// <param name="temperature">The temperature [K].</param>
    public SizedTransistor At(double temperature) => this with { Card = Card.With("Temperature", temperature) };

    /// <summary>The same transistor with its threshold moved.</summary>
    /// <param name="shift">By how much [V]; a positive shift makes it leak less.</param>
    public SizedTransistor Shifted(double shift) => this with { Card = Card.With("VT0", Card.Value("VT0", "V") + shift) };

    /// <summary>Adds it to a netlist.</summary>
    /// <param name="netlist">The netlist.</param>
    /// <param name="name">The name of the element.</param>
    /// <param name="drain">Its node.</param>
    /// <param name="gate">Its node.</param>
    /// <param name="source">Its node.</param>
    /// <param name="bulk">Its node.</param>
    /// <returns>The netlist.</returns>
    public Netlist AddTo(Netlist netlist, string name, string drain, string gate, string source, string bulk)
    {
        ArgumentNullException.ThrowIfNull(netlist);
        return netlist.Device(name, [drain, gate, source, bulk], Sized, Catalog);
    }
}
