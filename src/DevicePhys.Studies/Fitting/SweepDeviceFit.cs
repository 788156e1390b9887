using DevicePhys.Cards;
using DevicePhys.Fitting;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Studies.Fitting;

/// <summary>Fits any two-terminal model of a catalog to a measured sweep.</summary>
public static class SweepDeviceFit
{
    private const double Room = 1e-6;

    /// <summary>The parameters a fit may move: those of the card with bounds, and the starts of the states.</summary>
    /// <param name="catalog">The models.</param>
    /// <param name="card">The card.</param>
    public static IReadOnlyList<FitParameter> Parameters(ModelCatalog catalog, Card card)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(card);
        var states = catalog.Create<Real>(card).States.Where(s => s.Kind == StateKind.Differential);
        return
        [
            .. card.Parameters.Where(p => p.HasBounds && p.Lower < p.Upper).Select(Of),
            .. states.Select(s => new FitParameter(DrivenModel.StartOf(s.Name), Inside(s), s.Unit, s.Lower, s.Upper)),
        ];
    }

    /// <summary>Fits.</summary>
    /// <param name="catalog">The models.</param>
    /// <param name="card">Where the fit starts.</param>
    /// <param name="sweep">The measurement.</param>
    /// <param name="free">The names of the parameters to move; empty for all.</param>
    /// <param name="scale">How the distance is measured.</param>
    /// <param name="options">How residuals count; null for least squares.</param>
    /// <param name="starts">How many starts: what the sweep shows and the card says, then drawn around it.</param>
    /// <param name="seed">The seed of the drawn starts.</param>
    /// <param name="search">Whether to search the box of bounds first.</param>
    /// <param name="cancellation">Ends the fit.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">A name is not a parameter that can be fitted.</exception>
    public static DeviceFit Run(
        ModelCatalog catalog, Card card, Sweep sweep, IReadOnlyCollection<string> free, MisfitScale scale = default, FitOptions? options = null, int starts = 4, ulong seed = 1, bool search = false,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(free);
        var all = Parameters(catalog, card);
        if (free.FirstOrDefault(name => !all.Any(p => p.Name == name)) is { } unknown)
            throw new ArgumentException($"'{unknown}' cannot be fitted, expected one of {string.Join(", ", all.Select(p => p.Name))}.", nameof(free));
        FitParameter[] moved = [.. SweepStart.Of(card, all.Where(p => free.Count == 0 || free.Contains(p.Name)), sweep)];
        var range = sweep.Currents.Max() - sweep.Currents.Min();
        double[]? weights = scale.Misfit == Misfit.Absolute ? [.. Enumerable.Repeat(1 / range, sweep.Times.Length)] : null;
        var descent = new SweepDescent(
            accuracy => new DrivenModel(parameter => catalog.Create(card, parameter), [.. moved.Select(p => p.Name)], accuracy),
            (model, mesh) => SweepFit.Problem(model, moved, sweep.Times, sweep.Voltages, sweep.Currents, scale, weights, mesh), sweep, options ?? new FitOptions());
        var (problem, result, currents) = descent.Run(starts, seed, search, cancellation);
        var curve = new FittedCurve("I-V", sweep.Voltages, sweep.Currents, currents, "Current [A]", "Voltage [V]")
        {
            // Other misfits measure something else than amperes.
            HalfWidth = weights is null ? null : FitBand.HalfWidths(problem, result)?.Select(half => half * range).ToArray(),
        };
        var moving = Enumerable.Range(0, result.Estimates.Count).Where(i => result.Estimates[i] is { Parameter: { Fixed: false, TiedTo: null } }).ToArray();
        var own = Enumerable.Range(0, moving.Length).Where(k => card.Parameters.Any(p => p.Name == result.Estimates[moving[k]].Parameter.Name)).ToArray();
        (string, FitEstimate)[] fitted = [.. own.Select(k => (result.Estimates[moving[k]].Parameter.Name, result.Estimates[moving[k]]))];
        var covariance = new double[own.Length, own.Length];
        for (var i = 0; i < own.Length; i++)
        {
            for (var j = 0; j < own.Length; j++)
                covariance[i, j] = result.Covariance[own[i], own[j]];
        }

        return new(card.Model, [sweep.Name], result, [curve], FittedCard.Of(card, fitted, sweep.Name, curve.NormalisedRmse, covariance), null);
    }

    // What spans more than two decades is moved on the logarithm of its magnitude.
    private static FitParameter Of(CardParameter p) => new(
        p.Name, p.Value, p.Unit, p.Lower, p.Upper, (p.Lower > 0 && p.Upper >= 100 * p.Lower) || (p.Upper < 0 && p.Lower <= 100 * p.Upper) ? ParameterScale.Log : ParameterScale.Linear);

    // A start on the end of the range has no way but one.
    private static double Inside(StateVariable state) => double.IsFinite(state.Upper - state.Lower)
        ? Math.Clamp(state.Initial, state.Lower + (Room * (state.Upper - state.Lower)), state.Upper - (Room * (state.Upper - state.Lower))) : state.Initial;
}
