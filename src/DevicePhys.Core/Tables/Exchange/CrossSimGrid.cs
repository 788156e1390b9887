namespace DevicePhys.Tables.Exchange;

/// <summary>One CrossSim dG table: the distribution of the conductance step at every conductance, as quantiles.</summary>
/// <param name="Conductance">[Bins], ascending [S].</param>
/// <param name="Probability">[Points], ascending from 0 to 1: the points of the cumulative distribution.</param>
/// <param name="Steps">[Points × Bins], row-major [S].</param>
internal sealed record CrossSimGrid(double[] Conductance, double[] Probability, double[] Steps)
{
    /// <summary>The mean of a slice of the distribution at one conductance, between bins and points linearly interpolated.</summary>
    /// <param name="conductance">Where [S].</param>
    /// <param name="from">The lower end of the slice.</param>
    /// <param name="to">The upper end of the slice.</param>
    public double SliceMean(double conductance, double from, double to)
    {
        var (bin, share) = Place(conductance);
        var (sum, at) = (0.0, from);
        var point = 0;
        while (at < to)
        {
            while (point < Probability.Length - 2 && Probability[point + 1] <= at)
            {
                point++;
            }

            var next = point == Probability.Length - 2 ? to : Math.Min(to, Probability[point + 1]);
            sum += (next - at) * (Quantile(bin, share, point, at) + Quantile(bin, share, point, next)) / 2;
            at = next;
        }

        return sum / (to - from);
    }

    private double Quantile(int bin, double share, int point, double probability)
    {
        var width = Probability[point + 1] - Probability[point];
        var along = width == 0 ? 0 : Math.Clamp((probability - Probability[point]) / width, 0, 1);
        return ((1 - along) * Step(point, bin, share)) + (along * Step(point + 1, bin, share));
    }

    private double Step(int point, int bin, double share)
    {
        var at = (point * Conductance.Length) + bin;
        return ((1 - share) * Steps[at]) + (share * Steps[at + 1]);
    }

    private (int Bin, double Share) Place(double conductance)
    {
        var found = Array.BinarySearch(Conductance, conductance);
        var bin = Math.Clamp(found >= 0 ? found : ~found - 1, 0, Conductance.Length - 2);
        return (bin, Math.Clamp((conductance - Conductance[bin]) / (Conductance[bin + 1] - Conductance[bin]), 0, 1));
    }
}
