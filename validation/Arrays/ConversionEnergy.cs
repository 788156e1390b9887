using DevicePhys.Arrays.Energy;

namespace DevicePhys.Validation.Arrays;

/// <summary>The energy of one conversion.</summary>
public sealed class ConversionEnergy : IValidation
{
    /// <inheritdoc/>
    public string Id => "V40";

    /// <inheritdoc/>
    public string Claim => "converter of 8 bits at 4.4 fJ per conversion step";

    /// <inheritdoc/>
    public string Source => "ADC surveys: figure of merit of van Elzakker et al. (2008) times 2^8";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run) =>
        [Check.Relative("", 1.13e-12, "J", 0.01, new ConverterCost(8, 4.4e-15, 1e9, 0).Energy)];
}
