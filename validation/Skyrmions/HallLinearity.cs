using DevicePhys.Devices;
using DevicePhys.Devices.Skyrmions;
using DevicePhys.Numbers;

namespace DevicePhys.Validation.Skyrmions;

/// <summary>The Hall resistance against the number of skyrmions.</summary>
public sealed class HallLinearity : IValidation
{
    /// <inheritdoc/>
    public string Id => "V26";

    /// <inheritdoc/>
    public string Claim => "Hall resistance";

    /// <inheritdoc/>
    public string Source => "Song et al., Nature Electronics 3, 148 (2020); Maccariello et al., Nature Nanotechnology 13, 233 (2018): anomalous Hall signal per skyrmion";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var card = DeviceCatalog.Default.Card("SkyrmionSynapse.Song2020");
        var synapse = (SkyrmionSynapse<Real>)DeviceCatalog.Default.Create<Real>(card);
        double[] read = [.. Enumerable.Range(0, 17).Select(n => synapse.Read(1, [n, 1, 0, 0]).Value)];
        yield return Check.AtLeast("R² of a straight line through 0 to 16 skyrmions", 0.99, "", LineFit.Through([.. read.Select((_, n) => (double)n)], read).RSquared);

        // π (100 nm)²/(2 µm)² of the area turns over, twice the anomalous resistance of 0.3 µOhm cm over 100 nm.
        var wide = card.With("Diameter", 200e-9).With("ReadArea", 4e-12).With("RAhe", 0.03).With("RPerSkyrmion", 0).With("SizeGain", 1);
        var one = ((SkyrmionSynapse<Real>)DeviceCatalog.Default.Create<Real>(wide)).Read(1, [1, 1, 0, 0]).Value;
        yield return Check.Relative("one skyrmion of 200 nm in a cross of 2 µm, closed form", 2 * 0.03 * Math.PI * 1e-14 / 4e-12, "Ohm", 1e-9, one);
    }
}
