using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Validation.Transistors;

/// <summary>How long a storage capacitor keeps its level.</summary>
internal static class Retention
{
    private const int Points = 16;

    /// <summary>The time to lose a voltage from VStore: ∫ C dV/I, by the midpoint rule [s].</summary>
    public static double Of(Card card, double loss)
    {
        var model = (ICapacitive<Dual>)DeviceCatalog.Default.Create<Dual>(card);
        var time = 0.0;
        for (var i = 0; i < Points; i++)
        {
            var voltage = Dual.Variable(card.Value("VStore", "V") - (loss * (i + 0.5) / Points), 0);
            time += loss / Points * model.Charge(voltage, []).Slope(0) / model.Evaluate(voltage, [], []).Value;
        }

        return time;
    }
}
