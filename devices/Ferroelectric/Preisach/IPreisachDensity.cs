namespace DevicePhys.Devices.Ferroelectric.Preisach;

/// <summary>How hysterons are distributed over their switching fields.</summary>
public interface IPreisachDensity
{
    /// <summary>The polarization of all hysterons up [C/m²].</summary>
    double Saturation { get; }

    /// <summary>The share of hysterons that a rise to one field and a fall to another switch there and back: Everett's function.</summary>
    /// <param name="up">The field risen to [V/m].</param>
    /// <param name="down">The field fallen to, minus infinity for negative saturation [V/m].</param>
    /// <returns>The share of hysterons whose upper switching field is at most <paramref name="up"/> and whose lower one is at least <paramref name="down"/>, 0 to 1.</returns>
    double Everett(double up, double down);
}
