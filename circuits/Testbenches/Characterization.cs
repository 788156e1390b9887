using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Errors;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>Distils a card into a pulse table: every state and polarity, many pulses each, through the circuit and the jump process.</summary>
public static class Characterization
{
    /// <summary>Runs the pulses.</summary>
    /// <param name="card">The device and its pulse scheme.</param>
    /// <param name="options">How much of it.</param>
    /// <param name="progress">Told the finished fraction, or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The table; the same for any number of threads.</returns>
    /// <exception cref="Errors.CardException">The card cannot be used.</exception>
    /// <exception cref="Errors.ConvergenceException">A transient did not converge.</exception>
    public static PulseTable Run(Card card, CharacterizationOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var model = options.Catalog.Create<Real>(card);
        if (model.States.Count == 0)
            throw new CardException($"{card.Id}: its model has no state that a pulse could change, expected a memory device.");
        var preparation = new StatePreparation(model, options.Bins);
        var hasSpread = card.Parameters.Any(parameter => parameter.D2D is not null);
        var devices = hasSpread ? options.Population : 0;
        var corners = new TableCorner[devices + 1];
        var energies = new double[2];
        var (given, total) = (0L, 2L * preparation.Bins * (options.Draws + ((long)devices * options.PopulationDraws)));
        for (var device = 0; device <= devices; device++)
        {
            var sample = device == 0 ? card : card.Sample(SpreadOrigin.DeviceToDevice, new RandomStream(options.Seed, "d2d device", (ulong)device));
            var measurement = new CornerMeasurement(sample, options, device, device == 0 ? options.Draws : options.PopulationDraws);
            (corners[device], var cost) = measurement.Run(Given, cancellation);
            energies = device == 0 ? cost : energies;
        }

        return new PulseTable(
            preparation.Bins,
            options.Levels,
            corners[0],
            corners[1..],
            Record(card.Pulses.Potentiation, energies[0]),
            Record(card.Pulses.Depression, energies[1]),
            Retention.Of(model),
            preparation.Counts ? ExactChain.Of(card, options) : null,
            Provenance(card, options, Referee.Of(card, options, cancellation)));

        void Given(int pulses) => progress?.Report(new WorkProgress($"pulses of {card.Id}", (double)Interlocked.Add(ref given, pulses) / total));
    }

    private static PulseRecord Record(Pulse pulse, double energy) => new(pulse.Amplitude, pulse.Width, pulse.Period, energy);

    private static TableProvenance Provenance(Card card, CharacterizationOptions options, Referee? referee)
    {
        var settings = new Dictionary<string, string>
        {
            ["levels"] = options.Levels.ToString(CultureInfo.InvariantCulture),
            ["population"] = options.Population.ToString(CultureInfo.InvariantCulture),
            ["populationDraws"] = options.PopulationDraws.ToString(CultureInfo.InvariantCulture),
        };
        if (referee is not null)
            (settings["referee"], settings["refereeDeviation"]) = (referee.Engine, referee.Deviation);
        return new(
            card.Id,
            card.Hash,
            new ReadBench(card, options).Name,
            new PulseBench(card, card.Pulses.Potentiation, options).Circuit,
            options.Engine,
            DevicePhysVersion.Current,
            options.Draws,
            options.Seed,
            settings);
    }
}
