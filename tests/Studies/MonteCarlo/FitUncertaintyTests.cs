using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Errors;
using DevicePhys.Sampling;
using DevicePhys.Studies.MonteCarlo;
using Xunit;

namespace DevicePhys.Tests.Studies.MonteCarlo;

public sealed class FitUncertaintyTests
{
    private const double ErrorOn = 0.02, ErrorOff = 0.01, Together = 0.6 * ErrorOn * ErrorOff;

    private static readonly Card Fitted = DeviceCatalog.Default.Card("Vteam.PtHfTi")
        .With(new CardUncertainty(["VOn", "VOff"], [[ErrorOn * ErrorOn, Together], [Together, ErrorOff * ErrorOff]]));

    [Fact]
    public void Draws_have_the_covariance_of_the_fit()
    {
        const int n = 20_000;
        var (on, off) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            var card = Fitted.Uncertainty!.Sample(Fitted, new RandomStream(3, "fit", (ulong)i));
            (on[i], off[i]) = (card.Value("VOn", "V") + 0.53, card.Value("VOff", "V") - 0.5);
        }

        Assert.Equal(ErrorOn * ErrorOn, on.Average(x => x * x), 0.03 * ErrorOn * ErrorOn);
        Assert.Equal(Together, on.Zip(off).Average(pair => pair.First * pair.Second), 0.05 * Together);
    }

    // Sum = VOn + VOff: its mean is uncertain by sqrt(0.02^2 + 0.01^2 + 2 * 0.6 * 0.02 * 0.01), whatever the number of samples.
    [Fact]
    public void The_interval_of_a_mean_holds_the_truth_of_other_fits_and_does_not_shrink_with_samples()
    {
        var truth = Math.Sqrt((ErrorOn * ErrorOn) + (ErrorOff * ErrorOff) + (2 * Together));
        var found = new List<double>();
        for (ulong seed = 1; seed <= 30; seed++)
        {
            var settings = new MonteCarloSettings { Samples = 1600, Seed = seed };
            var study = new MonteCarloStudy(Fitted, new LinearBench(1, 1), settings);
            var sum = MonteCarloSummary.Of(study.Run(null, Shard.Whole)!, settings, study.IsFitted).Outputs[0];
            found.Add(sum.FitDeviation * sum.FitDeviation);
            Assert.InRange(sum.Interval.High - sum.Interval.Low, 2 * truth, 10 * truth);
        }

        // A variance from 16 groups errs by a third, the mean of 30 by 7 %.
        Assert.Equal(truth, Math.Sqrt(found.Average()), 0.12 * truth);
    }

    [Fact]
    public void A_card_keeps_its_uncertainty_in_its_file_and_wrong_ones_are_refused()
    {
        var again = Card.Parse(Fitted.ToJson(), "Vteam.PtHfTi.card.json");
        Assert.Equal(Fitted.Hash, again.Hash);
        Assert.Equal(ErrorOn * ErrorOn, again.Uncertainty!.Covariance[0][0]);
        Assert.NotEqual(DeviceCatalog.Default.Card("Vteam.PtHfTi").Hash, Fitted.Hash);
        Assert.Throws<CardException>(() => Fitted.With(new CardUncertainty(["VOn", "VOff"], [[1, 2], [2, 1]])));
        Assert.Throws<CardException>(() => Fitted.With(new CardUncertainty(["Missing"], [[1]])));
        Assert.Throws<CardException>(() => Card.Parse(Fitted.ToJson().Replace("\"covariance\": [", "\"covariance\": 7, \"x\": [", StringComparison.Ordinal), "x"));
    }
}
