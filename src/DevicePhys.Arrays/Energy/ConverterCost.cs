namespace DevicePhys.Arrays.Energy;

/// <summary>What a conversion costs: the Walden figure of merit, and how fast and how large a converter is.</summary>
/// <param name="Bits">Effective bits.</param>
/// <param name="FigureOfMerit">Energy per conversion step [J]; 4.4 fJ is van Elzakker's converter of 2008, 2.2 fJ Harpe's of 2013.</param>
/// <param name="Rate">Conversions per second [1/s].</param>
/// <param name="Area">Area of one converter [m²].</param>
public sealed record ConverterCost(int Bits, double FigureOfMerit, double Rate, double Area)
{
    /// <summary>Energy of one conversion, figure of merit × 2^bits [J].</summary>
    public double Energy => FigureOfMerit * Math.Pow(2, Bits);
}
