using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Errors;
using DevicePhys.Fitting;

namespace DevicePhys.Studies.Fitting;

/// <summary>Writes the outcome of a fit into a card.</summary>
internal static class FittedCard
{
    /// <summary>The card with fitted values, their status and their intervals.</summary>
    public static Card Of(Card start, IReadOnlyList<(string Name, FitEstimate Estimate)> fitted, string data, double normalisedRmse, double[,]? covariance = null)
    {
        foreach (var (name, estimate) in fitted)
        {
            var old = start.Parameter(name);
            var unit = old.Unit.Length == 0 ? "" : $" {old.Unit}";
            var changed = old with
            {
                Value = Math.Clamp(estimate.Value, old.Lower, old.Upper),
                Status = ParameterStatus.Fitted,
                Source = string.Create(CultureInfo.InvariantCulture, $"fit to {data}, normalised RMSE {normalisedRmse:0.####}"),
                Note = double.IsFinite(estimate.StandardError)
                    ? string.Create(CultureInfo.InvariantCulture, $"95 % interval {estimate.Interval.Low:G6} to {estimate.Interval.High:G6}{unit}, standard error {estimate.StandardError:G4}{unit}")
                    : "the data do not determine it",
            };
            start = WithRoom(start, changed);
        }

        return WithCovariance(start, fitted, covariance);
    }

    // Without a covariance the errors stand alone; what the data do not determine has none.
    private static Card WithCovariance(Card card, IReadOnlyList<(string Name, FitEstimate Estimate)> fitted, double[,]? covariance)
    {
        int[] known = [.. Enumerable.Range(0, fitted.Count).Where(i => double.IsFinite(fitted[i].Estimate.StandardError) && fitted[i].Estimate.StandardError > 0)];
        if (known.Length == 0)
            return card;
        double At(int i, int j) => covariance is not null ? covariance[i, j] : i == j ? fitted[i].Estimate.StandardError * fitted[i].Estimate.StandardError : 0;
        return card.With(new CardUncertainty([.. known.Select(i => fitted[i].Name)], [.. known.Select(i => known.Select(j => At(i, j)).ToArray())]));
    }

    // A spread of the old value may not fit between the bounds of the new one; what is not known any more is left out and said so.
    private static Card WithRoom(Card card, CardParameter parameter)
    {
        try
        {
            return card.With(parameter);
        }
        catch (CardException)
        {
            return card.With(parameter with { D2D = null, C2C = null, Note = $"{parameter.Note}; the spreads of the card it started from do not fit its bounds and are left out" });
        }
    }
}
