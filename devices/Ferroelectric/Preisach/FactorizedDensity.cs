using DevicePhys.Cards;

namespace DevicePhys.Devices.Ferroelectric.Preisach;

/// <summary>The density of <see cref="PreisachCapacitor{T}"/>: coercive field and bias independent, normal at five points and logistic.</summary>
/// <remarks>Everett, Trans. Faraday Soc. 51, 1551 (1955): for one coercive field c the share is G(up − c) − G(down + c) where positive, with G the distribution of the bias.</remarks>
public sealed class FactorizedDensity : IPreisachDensity
{
    private readonly double coercive, sigma, delta;

    /// <summary>Reads a card.</summary>
    /// <param name="card">A card of <see cref="PreisachCapacitor{T}"/>.</param>
    /// <exception cref="Errors.CardException">The card has other parameters.</exception>
    public FactorizedDensity(Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        (Saturation, coercive, sigma, delta) =
            (card.Value("PS", "C/m^2"), card.Value("EC", "V/m"), card.Value("SigmaC"), card.Value("Delta", "V/m"));
    }

    /// <inheritdoc/>
    public double Saturation { get; }

    /// <inheritdoc/>
    public double Everett(double up, double down)
    {
        var share = 0.0;
        for (var i = 0; i < NormalNodes.Count; i++)
        {
            var c = coercive * (1 + (sigma * NormalNodes.Points[i]));
            share += NormalNodes.Weights[i] * 0.5 * Math.Max(0, Math.Tanh((up - c) / delta) - Math.Tanh((down + c) / delta));
        }

        return share;
    }
}
