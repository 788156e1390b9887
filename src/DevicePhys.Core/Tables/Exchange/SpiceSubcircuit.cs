using System.Globalization;
using System.Text;

namespace DevicePhys.Tables.Exchange;

/// <summary>A pulse table's mean device as a SPICE subcircuit: a conductance that creeps while the voltage is beyond half a pulse.</summary>
/// <remarks>
/// The conductance over GMax is the voltage of an internal node whose capacitor is charged by the mean step per pulse divided by the width of the pulse, an interpolated function of the conductance. So
/// pulses of the table's amplitude and width move it by the table's mean steps, as long as these are small beside the range; C2C and D2D are not in it. The read current is ohmic.
/// Written for ngspice's B sources (pwl functions); read as text elsewhere.
/// </remarks>
public static class SpiceSubcircuit
{
    /// <summary>The subcircuit.</summary>
    /// <param name="table">The table; its pulses must be known.</param>
    /// <returns>Text, one subcircuit with the terminals plus and minus.</returns>
    /// <exception cref="ArgumentException">The table does not say what its pulses are.</exception>
    public static string Text(PulseTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (up, down) = (table.Potentiation, table.Depression);
        if (!(up.Amplitude * down.Amplitude < 0))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{table.Provenance.Card}: its pulses have amplitudes of {up.Amplitude} and {down.Amplitude} V, expected two of opposite signs for a subcircuit that tells them apart."));
        }

        var corner = table.Nominal;
        var name = new string([.. table.Provenance.Card.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]).ToLowerInvariant();
        var sign = up.Amplitude > 0 ? ">" : "<";
        var other = up.Amplitude > 0 ? "<" : ">";
        return string.Create(CultureInfo.InvariantCulture, $"""
            * {table.Provenance.Card}: mean pulse response, card hash {table.Provenance.CardHash}
            * potentiation {up.Amplitude} V for {up.Width} s, depression {down.Amplitude} V for {down.Width} s; start: parameter x0, G over GMax
            .subckt {name} plus minus params: x0={corner.GMin / corner.GMax:R}
            B1 plus minus I = V(plus,minus)*{corner.GMax:R}*V(x)
            B2 0 x I = V(plus,minus) {sign} {up.Amplitude / 2:R} ? {Rate(Polarity.Potentiation, up.Width)} : (V(plus,minus) {other} {down.Amplitude / 2:R} ? {Rate(Polarity.Depression, down.Width)} : 0)
            C1 x 0 1 IC={"{x0}"}
            .ends

            """);

        string Rate(Polarity polarity, double width)
        {
            var text = new StringBuilder("pwl(V(x)");
            for (var bin = 0; bin < table.Bins; bin++)
            {
                var (sum, conductance) = (0.0, corner.GMin + ((corner.GMax - corner.GMin) * bin / (table.Bins - 1)));
                foreach (var step in corner.Steps(polarity).Span.Slice(bin * table.Levels, table.Levels))
                {
                    sum += step / table.Levels;
                }

                text.Append(CultureInfo.InvariantCulture, $", {conductance / corner.GMax:R}, {sum / corner.GMax / width:R}");
            }

            return text.Append(')').ToString();
        }
    }
}
