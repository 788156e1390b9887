using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Errors;
using DevicePhys.Fitting;
using DevicePhys.Measured;
using DevicePhys.Studies.Fitting;

namespace DevicePhys.Cli.Fitting;

/// <summary>Chooses the fit for a model and its data.</summary>
internal static class FitRun
{
    /// <summary>Loads the data and fits.</summary>
    public static DeviceFit Run(FitSettings settings, CancellationToken cancellation)
    {
        if (LawFit.Names.Contains(settings.Model))
        {
            return Law(settings);
        }

        var card = Start(settings.Model);
        foreach (var (name, value) in settings.Fixed)
        {
            card = card.With(name, value);
        }

        return card.Model == SynapseFit.Model ? Synapse(settings, card, cancellation) : SweepOf(settings, card, cancellation);
    }

    private static DeviceFit Law(FitSettings settings)
    {
        if (settings.Label is { } label)
        {
            if (settings.Data.Count > 1)
            {
                throw new ArgumentException("A law is fitted to lines of one file, expected one file.");
            }

            var (points, read) = SeriesPoints.Load(settings.Data[0], label, settings.Of);
            return points.Length >= 2 ? LawFit.Run(
                settings.Model, Path.GetFileName(settings.Data[0]), points, read, settings.Fixed, settings.Of == SeriesValue.Count ? $"Numbers in {label}" : label, settings.Of == SeriesValue.Values ? "Number" : "Line", settings.Options)
                : throw new DataFileException($"{settings.Data[0]}: '{label}' gives {points.Length} points, expected more.");
        }

        var table = Load(settings, settings.Data[0]);
        var numbers = table.Columns.Where(c => c.IsNumeric).ToArray();
        if (settings.Data.Count > 1 || numbers.Length < 2)
        {
            throw new ArgumentException("A law is fitted to two columns of one file, expected one file with at least two columns of numbers.");
        }

        var x = settings.X is null ? numbers[0] : Column(table, settings.X);
        var y = settings.Y is null ? numbers.First(c => c != x) : Column(table, settings.Y);
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(row => double.IsFinite(x.Values[row]) && double.IsFinite(y.Values[row]))];
        if (rows.Length < 2)
        {
            throw new DataFileException($"{table.Path}: {rows.Length} rows hold both '{x.Name}' and '{y.Name}', expected more.");
        }

        return LawFit.Run(
            settings.Model, Path.GetFileName(table.Path), [.. rows.Select(row => x.Values[row])], [.. rows.Select(row => y.Values[row])], settings.Fixed,
            Titled(y), Titled(x), settings.Options);
    }

    private static DeviceFit Synapse(FitSettings settings, Card card, CancellationToken cancellation)
    {
        PulseCurve One(string path)
        {
            var curves = PulseCurve.Of(Load(settings, path), settings.ReadVoltage);
            return settings.Y is null ? curves[0] : curves.FirstOrDefault(c => c.Name.EndsWith($":{settings.Y}", StringComparison.Ordinal))
                ?? throw new DataFileException($"{path}: there is no column '{settings.Y}' of reads, expected one of {string.Join(", ", curves.Select(c => c.Name))}.");
        }

        var ltp = One(settings.Data[0]);
        return SynapseFit.Run(card, ltp, settings.Data.Count > 1 ? One(settings.Data[1]) : null, settings.SharedEnds, settings.Options, cancellation);
    }

    private static DeviceFit SweepOf(FitSettings settings, Card card, CancellationToken cancellation)
    {
        if (settings.Data.Count > 1)
        {
            throw new ArgumentException($"'{card.Model}' is fitted to one sweep, expected one file.");
        }

        var sweep = Sweep.Of(Load(settings, settings.Data[0]), settings.Duration, settings.Rate);
        if (settings.Reverse)
        {
            sweep = sweep.Reversed();
        }

        var scale = settings.Misfit.Misfit != Misfit.Absolute && settings.Misfit.Floor == 0 ? settings.Misfit with { Floor = 1e-3 * sweep.Currents.Max(Math.Abs) } : settings.Misfit;
        return SweepDeviceFit.Run(DeviceCatalog.Default, card, sweep, settings.Free, scale, settings.Options, settings.Starts, settings.Seed, settings.Search, cancellation);
    }

    private static Card Start(string model) =>
        DeviceCatalog.Default.Models.Contains(model) && DeviceCatalog.Default.Cards.FirstOrDefault(c => c.Model == model) is { } first ? first : DeviceCatalog.Default.Card(model);

    private static MeasuredTable Load(FitSettings settings, string path)
    {
        var table = MeasuredFile.Load(path);
        table = settings.Columns is { } headings ? table.Named(headings) : table;
        return settings.Where.Aggregate(table, (rest, condition) => rest.Where(condition.Column, condition.Value));
    }

    private static MeasuredColumn Column(MeasuredTable table, string name) =>
        table.Columns.FirstOrDefault(c => c.IsNumeric && string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new DataFileException($"{table.Path}: there is no column '{name}' of numbers, expected one of {string.Join(", ", table.Columns.Where(c => c.IsNumeric).Select(c => $"'{c.Name}'"))}.");

    private static string Titled(MeasuredColumn column) => column.Unit.Length == 0 ? column.Name : $"{column.Name} [{column.Unit}]";
}
