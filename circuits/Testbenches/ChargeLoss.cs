using DevicePhys.Cards;
using DevicePhys.Errors;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>How long a storage capacitor keeps its level.</summary>
public static class ChargeLoss
{
    private const int Points = 16;

    /// <summary>The time to lose a voltage from VStore through the leakages of the card: ∫ C dV/I, by the midpoint rule [s].</summary>
    /// <param name="card">A card of a capacitive model without states that has a stored voltage, VStore.</param>
    /// <param name="loss">The voltage lost [V], above 0 and below VStore.</param>
    /// <param name="catalog">Where the model is found.</param>
    /// <exception cref="CardException">The card is no such card.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The loss is out of range.</exception>
    public static double Time(Card card, double loss, ModelCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(catalog);
        var stored = card.Value("VStore", "V");
        if (!(loss > 0 && loss < stored))
            throw new ArgumentOutOfRangeException(nameof(loss), loss, $"The voltage lost should be above 0 and below the stored {stored} V.");
        if (catalog.Create<Dual>(card) is not ICapacitive<Dual> { States.Count: 0 } model)
            throw new CardException($"{card.Id}: its model holds no charge that could leak, expected one such as StorageCapacitor.");
        var time = 0.0;
        for (var i = 0; i < Points; i++)
        {
            var voltage = Dual.Variable(stored - (loss * (i + 0.5) / Points), 0);
            time += loss / Points * model.Charge(voltage, []).Slope(0) / model.Evaluate(voltage, [], []).Value;
        }

        return time;
    }
}
