using System.Text.Json.Nodes;
using DevicePhys.Studies.Fitting;

namespace DevicePhys.Cli.Fitting;

/// <summary>A fit as JSON: everything that a report shows of it.</summary>
internal static class FitRecord
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/fit/1";

    /// <summary>The document.</summary>
    public static JsonObject Of(DeviceFit fit) => JsonText.Document(Schema, new
    {
        fit.Model, fit.Data, fit.Result.Converged, fit.Rmse, fit.NormalisedRmse,
        Parameters = fit.Result.Estimates.Select(e => new
        {
            e.Parameter.Name, e.Value, e.Parameter.Unit, e.StandardError, Ci95 = (double[])[e.Interval.Low, e.Interval.High], Free = !e.Parameter.Fixed,
        }),
        fit.Result.Warnings,
        Curves = fit.Curves.Select(c => new
        {
            c.Name, Points = c.X.Length, c.Rmse, c.NormalisedRmse, Published = fit.Published?.NormalisedRmse[c.Name], c.Quantity, c.Abscissa, c.X, c.Measured, c.Model, c.HalfWidth,
        }),
        fit.Result.ChiSquared, fit.Result.Aic, fit.Result.DegreesOfFreedom, fit.Result.Iterations, Version = DevicePhysVersion.Current,
    });
}
