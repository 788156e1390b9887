using DevicePhys.Numbers;

namespace DevicePhys.Devices.Ferroelectric;

/// <summary>Domains with spread activation fields of which only the switched share is kept: the easy ones switch first, both ways.</summary>
/// <remarks>
/// Nucleation-limited switching as in <see cref="DomainGroups{T}"/>, with activation fields logistic of standard deviation SigmaEa Ea (tails held at the
/// ranks 0.01 and 0.99). Departure: a share p says which domains are left: in a rise those of the ranks above p, in a fall those above 1 − p, so that one number is a state and
/// both directions are alike. Exact for the first switch from saturation if
/// the spread outweighs chance; after reversals the memory of which domain is which is lost. Six Gauss nodes in rank.
/// </remarks>
internal sealed class RankedDomains<T>(T activation, T sigma, T tau0, T alpha)
    where T : struct, IReal<T>
{
    // Gauss and Legendre on 0 to 1.
    private static readonly double[] Places =
        [0.0337652428984240, 0.1693953067668678, 0.3806904069584015, 0.6193095930415985, 0.8306046932331322, 0.9662347571015760];

    private static readonly double[] Weights =
        [0.0856622461895852, 0.1803807865240693, 0.2339569672863455, 0.2339569672863455, 0.1803807865240693, 0.0856622461895852];

    /// <summary>How fast domains go up, the sum over those that are down, and down [1/s].</summary>
    /// <param name="up">The share that is up, 0 to 1.</param>
    /// <param name="field">The field towards up [V/m].</param>
    /// <remarks>A field moves domains one way only: the other rate is 0 to all digits, and is not worked out.</remarks>
    public (T Up, T Down) Rates(T up, T field)
    {
        T sum = 0, done = T.Select(field, up, 1 - up), share = 1 - done;
        for (var i = 0; i < Places.Length; i++)
        {
            var rank = 0.01 + (0.98 * (done + (share * Places[i])));
            var own = activation * (1 + (sigma * (Math.Sqrt(3) / Math.PI) * T.Log(rank / (1 - rank))));
            sum += Weights[i] * Merz.Rate(T.Abs(field) / own, alpha);
        }

        var rate = share * sum / tau0;
        return (T.Select(field, rate, 0), T.Select(field, 0, rate));
    }
}
