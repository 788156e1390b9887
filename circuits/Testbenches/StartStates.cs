using System.Globalization;
using DevicePhys.Models;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The states a device starts from when some of them were named.</summary>
internal static class StartStates
{
    /// <summary>[States], those not named as the model says.</summary>
    /// <exception cref="ArgumentException">There is no such state, or the value is outside its range; one sentence.</exception>
    public static double[] Of(IReadOnlyList<StateVariable> states, IReadOnlyDictionary<string, double> named)
    {
        foreach (var (name, value) in named)
        {
            if (states.FirstOrDefault(state => state.Name == name) is not { } known)
                throw new ArgumentException($"'{name}' is not a state of the device, expected one of {string.Join(", ", states.Select(state => state.Name))}.", nameof(named));
            if (!(value >= known.Lower && value <= known.Upper))
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"State '{name}' should start within {known.Lower} and {known.Upper}, not at {value}."), nameof(named));
        }

        return [.. states.Select(state => named.TryGetValue(state.Name, out var value) ? value : state.Initial)];
    }
}
