using System.Globalization;
using DevicePhys.Devices.Memristors;
using DevicePhys.Tables;
using DevicePhys.Tables.Exchange;

namespace DevicePhys.Cli.Exchange;

/// <summary>A pulse table as the parameters by which the NeuroSim benchmark describes a device.</summary>
internal static class NeuroSimText
{
    /// <summary>The parameters, one to a line.</summary>
    public static string Of(PulseTable table)
    {
        var (up, down) = (Law(table.Nominal, Polarity.Potentiation), Law(table.Nominal, Polarity.Depression));
        if (!double.IsFinite(up.Curvature) || !double.IsFinite(down.Curvature))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{table.Provenance.Card}: its mean steps vanish before the end of the range (beside the exponential law by {up.Residual:0.###} and {down.Residual:0.###} of the range), expected a device that NeuroSim's parameters can describe."));
        }

        var labels = table.Population.Select(corner => Label(Law(corner, Polarity.Potentiation))).Where(double.IsFinite).ToArray();
        var spread = labels.Length < 2 ? 0 : Math.Sqrt(labels.Sum(label => Math.Pow(label - labels.Average(), 2)) / (labels.Length - 1));
        return string.Create(CultureInfo.InvariantCulture, $"""
            # {table.Provenance.Card}, card hash {table.Provenance.CardHash}: closest exponential law of the mean steps
            # residuals beside that law, as fractions of the range: LTP {up.Residual:0.####}, LTD {down.Residual:0.####}
            maxConductance = {table.Nominal.GMax:R}   # S
            minConductance = {table.Nominal.GMin:R}   # S
            maxNumLevelLTP = {up.Levels:0.##}
            maxNumLevelLTD = {down.Levels:0.##}
            NL_LTP = {Label(up):0.###}
            NL_LTD = {-Label(down):0.###}
            A_LTP = {1 / up.Curvature:0.####}   # of the range of pulses
            A_LTD = {-1 / down.Curvature:0.####}
            sigmaCtoC = {(up.StepSpread + down.StepSpread) / 2:0.#####}   # of the range, per pulse
            sigmaDtoD = {spread:0.###}   # of NL, {labels.Length} devices

            """);

        ExponentialStep Law(TableCorner corner, Polarity polarity) => ExponentialStep.Of(corner, polarity, table.Bins, table.Levels);

        static double Label(ExponentialStep law) => double.IsFinite(law.Curvature) ? Nonlinearity.Label(law.Curvature) : double.PositiveInfinity;
    }
}
