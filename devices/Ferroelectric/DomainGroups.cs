using DevicePhys.Numbers;

namespace DevicePhys.Devices.Ferroelectric;

/// <summary>Domains that nucleate independently, in five groups of different activation fields.</summary>
/// <remarks>
/// Nucleation-limited switching: Tagantsev et al., Phys. Rev. B 66, 214109 (2002). Every domain flips on its own at the rate of Merz's law, and the
/// activation field is normal over the domains: Ea (1 + SigmaEa z). The state of a group is its mean orientation s, −1 to 1:
/// ds/dt = (1 − s) k(E) − (1 + s) k(−E). Mean-field: exact for many domains; memory of single domains lies in the groups.
/// </remarks>
internal sealed class DomainGroups<T>(T activation, T sigma, T tau0, T alpha)
    where T : struct, IReal<T>
{
    private readonly T[] fields = [.. NormalNodes.Points.Select(z => activation * (1 + (sigma * z)))];

    /// <summary>The mean orientation of all domains, −1 to 1.</summary>
    public static T Mean(ReadOnlySpan<T> groups)
    {
        T sum = 0;
        for (var i = 0; i < NormalNodes.Count; i++)
            sum += NormalNodes.Weights[i] * groups[i];
        return sum;
    }

    /// <summary>The rates of all groups in a field [1/s].</summary>
    public void Rates(T field, ReadOnlySpan<T> groups, Span<T> rates)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            var s = groups[i];
            rates[i] = (((1 - s) * Merz.Rate(field / fields[i], alpha)) - ((1 + s) * Merz.Rate(-field / fields[i], alpha))) / tau0;
        }
    }
}
