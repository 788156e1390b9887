using DevicePhys.Sampling;

namespace DevicePhys.Simulation;

/// <summary>
/// A system of equations F(x, t) + dQ(x, t)/dt = 0 as an <see cref="Integrator"/> sees it; F may jump at the random times of a jump process.
/// </summary>
/// <remarks>
/// Rows 0 to <see cref="UnknownCount"/> - 1 are the equations of the unknowns. Rows above are charges that follow from the unknowns and are only
/// watched: their derivative is wanted (the current of a capacitor at a source), but nothing is solved for. A member that finds an
/// equation out of range leaves a number that is not finite behind; the integrator then takes the step back.
/// </remarks>
public interface IImplicitSystem
{
    /// <summary>The number of unknowns.</summary>
    int UnknownCount { get; }

    /// <summary>The number of rows, watched charges included.</summary>
    int RowCount { get; }

    /// <summary>The number of quantities integrated beside the unknowns, such as energies.</summary>
    int IntegralCount { get; }

    /// <summary>Whether a row has a charge; a row without is algebraic and holds at every time.</summary>
    /// <param name="row">[0, RowCount).</param>
    bool HasCharge(int row);

    /// <summary>The absolute error allowed in an unknown, in its unit.</summary>
    /// <param name="unknown">[0, UnknownCount).</param>
    double Tolerance(int unknown);

    /// <summary>The range of an unknown, infinite where it has none; an unknown with a range is its own charge.</summary>
    /// <param name="unknown">[0, UnknownCount).</param>
    (double Lower, double Upper) Range(int unknown) => (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>
    /// Whether a row's charge is given by constraints (a capacitor across a voltage source, an inductor in series with a current source), so
    /// that its derivative leaps where a stimulus has a corner.
    /// </summary>
    /// <param name="row">[0, RowCount).</param>
    bool IsConstrained(int row);

    /// <summary>Whether the last <see cref="Evaluate"/> stopped short of the point for the sake of an exponential.</summary>
    bool Limited { get; }

    /// <summary>The name of an unknown, for a message.</summary>
    /// <param name="unknown">[0, UnknownCount).</param>
    string Place(int unknown);

    /// <summary>The first break of any stimulus strictly after a time [s].</summary>
    /// <param name="time">The time [s].</param>
    double NextBreak(double time);

    /// <summary>Residual F + alpha (Q - history) of the unknown rows, and its slopes, kept inside for <see cref="Factor"/>.</summary>
    /// <param name="time">The time [s].</param>
    /// <param name="alpha">The weight of a charge [1/s].</param>
    /// <param name="x">[UnknownCount].</param>
    /// <param name="history">[RowCount].</param>
    /// <param name="residual">[UnknownCount], filled.</param>
    void Evaluate(double time, double alpha, ReadOnlySpan<double> x, ReadOnlySpan<double> history, Span<double> residual);

    /// <summary>Factors the slopes of the last <see cref="Evaluate"/>.</summary>
    /// <returns>Whether they could be factored.</returns>
    bool Factor();

    /// <summary>Solves slopes · result = right side, in place.</summary>
    /// <param name="rightSide">[UnknownCount].</param>
    void Solve(Span<double> rightSide);

    /// <summary>The charges; <see cref="Growth"/> and <see cref="Hazard"/> speak of the point this was called for last.</summary>
    /// <param name="time">The time [s].</param>
    /// <param name="x">[UnknownCount].</param>
    /// <param name="charge">[RowCount], filled; 0 for a row without charge.</param>
    void Charges(double time, ReadOnlySpan<double> x, Span<double> charge);

    /// <summary>
    /// What the integrals grow by at the point of the last <see cref="Charges"/>, which is next to that of the last <see cref="Evaluate"/>.
    /// </summary>
    /// <param name="x">[UnknownCount].</param>
    /// <param name="chargeRates">[RowCount]: dQ/dt; empty to leave out what the watched charges bring.</param>
    /// <param name="growth">[IntegralCount], filled [1/s].</param>
    void Growth(ReadOnlySpan<double> x, ReadOnlySpan<double> chargeRates, Span<double> growth);

    /// <summary>Adds what the integrals grow by from the watched charges.</summary>
    /// <param name="time">The time [s].</param>
    /// <param name="chargeRates">[RowCount]: dQ/dt.</param>
    /// <param name="growth">[IntegralCount], added to [1/s].</param>
    void AddChargingGrowth(double time, ReadOnlySpan<double> chargeRates, Span<double> growth);

    /// <summary>Says whether counts and marks are held still between jumps or follow their mean.</summary>
    /// <param name="stochastic">True for a run with jumps.</param>
    void SetStochastic(bool stochastic);

    /// <summary>The total hazard of all jump processes at the point of the last <see cref="Charges"/> [1/s].</summary>
    /// <param name="x">[UnknownCount].</param>
    double Hazard(ReadOnlySpan<double> x);

    /// <summary>Draws which jump happens, in proportion to the hazards, and applies it.</summary>
    /// <param name="time">The time [s].</param>
    /// <param name="x">[UnknownCount], changed in place.</param>
    /// <param name="charge">[RowCount]; the charges of the states that changed, and no others, are brought up to date.</param>
    /// <param name="random">The source of the draws.</param>
    void Jump(double time, Span<double> x, Span<double> charge, RandomStream random);

    /// <summary>Adds the noise of a step that has just been taken.</summary>
    /// <param name="time">The end of the step [s].</param>
    /// <param name="duration">Its length [s].</param>
    /// <param name="x">[UnknownCount], changed in place.</param>
    /// <param name="charge">[RowCount]; the charges of the states that changed, and no others, are brought up to date.</param>
    /// <param name="random">The source of the draws.</param>
    /// <returns>Whether anything changed.</returns>
    bool Shake(double time, double duration, Span<double> x, Span<double> charge, RandomStream random) => false;
}
