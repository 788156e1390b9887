using DevicePhys.Errors;

namespace DevicePhys.Fitting;

/// <summary>The problem of fitting a model to a measured voltage and current over time.</summary>
public static class SweepFit
{
    /// <summary>A problem with one sweep.</summary>
    /// <param name="model">The model; its parameters are those of the problem.</param>
    /// <param name="parameters">Starts, bounds and scales, in the order of the model.</param>
    /// <param name="times">The samples [s].</param>
    /// <param name="voltages">[times] [V].</param>
    /// <param name="currents">[times] [A]: what was measured.</param>
    /// <param name="scale">How the distance is measured.</param>
    /// <param name="weights">[times]: what each residual is multiplied by; empty for 1.</param>
    /// <param name="mesh">The steps to take at all values, see <see cref="DrivenModel.Mesh"/>; null for steps that hold the error.</param>
    public static FitProblem Problem(
        DrivenModel model, IReadOnlyList<FitParameter> parameters, double[] times, double[] voltages, double[] currents, MisfitScale scale = default, double[]? weights = null, double[]? mesh = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(parameters);
        if (times.Length != voltages.Length || times.Length != currents.Length || (weights is not null && weights.Length != times.Length))
            throw new ArgumentException($"There are {times.Length} times, {voltages.Length} voltages and {currents.Length} currents, expected equal numbers.", nameof(currents));
        return new FitProblem(parameters, times.Length, Residuals);

        void Residuals(ReadOnlySpan<double> p, Span<double> residuals, Span<double> slopes)
        {
            try
            {
                model.Run(p.ToArray(), times, voltages, residuals, slopes, mesh);
            }
            catch (ConvergenceException)
            {
                residuals.Fill(double.NaN);
                return;
            }

            var n = p.Length;
            for (var i = 0; i < residuals.Length; i++)
            {
                // One chain-rule factor serves all parameters.
                var residual = scale.Residual(Numbers.Dual.Variable(residuals[i], 0), currents[i], weights is null ? 1 : weights[i]);
                residuals[i] = residual.Value;
                for (var k = 0; k < n && !slopes.IsEmpty; k++)
                    slopes[(i * n) + k] *= residual.Slope(0);
            }
        }
    }
}
