namespace DevicePhys.Devices.Ferroelectric.Preisach;

/// <summary>The polarization of a Preisach ferroelectric after any history of fields, from its turning points.</summary>
/// <remarks>
/// Mayergoyz, Phys. Rev. Lett. 56, 1518 (1986): of the past only the alternating series of dominant extremes matters, each closer to the present than
/// the one before; a field beyond an earlier extreme wipes it out (return-point memory), and minor loops between the same two fields are
/// congruent. P = PS (2 Σ (Ev(M, m before) − Ev(M, m after)) − 1) over maxima M and the minima around them. Rate-independent. Starts at negative saturation. Not thread safe.
/// </remarks>
/// <param name="density">The hysterons.</param>
public sealed class PreisachHistory(IPreisachDensity density)
{
    // Even places are minima, odd ones maxima; the last is the present field.
    private readonly List<double> points = [double.NegativeInfinity];

    /// <summary>The remembered extremes, oldest first, from negative saturation to the present field [V/m].</summary>
    public IReadOnlyList<double> TurningPoints => points;

    /// <summary>The polarization [C/m²].</summary>
    public double Polarization
    {
        get
        {
            var share = 0.0;
            for (var k = 1; k < points.Count; k += 2)
            {
                share += density.Everett(points[k], points[k - 1]);
                if (k + 1 < points.Count)
                    share -= density.Everett(points[k], points[k + 1]);
            }

            return density.Saturation * ((2 * share) - 1);
        }
    }

    /// <summary>Moves the field, monotonically from where it is.</summary>
    /// <param name="field">The new field, finite [V/m].</param>
    /// <exception cref="ArgumentOutOfRangeException">The field is not finite.</exception>
    public void MoveTo(double field)
    {
        if (!double.IsFinite(field))
            throw new ArgumentOutOfRangeException(nameof(field), field, "The field should be finite.");
        var direction = field.CompareTo(points[^1]);
        if (direction == 0)
            return;

        // A place of the wrong kind is a turning point to keep; one of the right kind moves on.
        var atMaximum = points.Count % 2 == 0;
        if (atMaximum == direction > 0)
            points[^1] = field;
        else
            points.Add(field);
        while (points.Count > 2 && direction * field.CompareTo(points[^3]) >= 0)
            points.RemoveRange(points.Count - 3, 2);
    }
}
