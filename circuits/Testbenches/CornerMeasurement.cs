using DevicePhys.Cards;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>Measures the pulse response of one device of the population.</summary>
/// <remarks>
/// C2C spreads of the card are drawn anew for every pulse and act on what the pulse does to the state; reads are those of the card
/// itself, so that the state alone decides the conductance.
/// </remarks>
internal sealed class CornerMeasurement(Card card, CharacterizationOptions options, int device, int draws)
{
    private readonly bool cyclesDiffer = card.Parameters.Any(parameter => parameter.C2C is not null);

    /// <summary>Gives all pulses.</summary>
    /// <param name="given">Told from any thread how many more pulses were given.</param>
    /// <param name="cancellation">Stops the work before the next pulse.</param>
    /// <returns>The corner, and the mean energy from the source per potentiation and depression pulse [J].</returns>
    public (TableCorner Corner, double[] Energies) Run(Action<int> given, CancellationToken cancellation)
    {
        var rest = new Bench(card, options);
        var bins = rest.Preparation.Bins;
        var conductances = new double[bins];
        for (var bin = 0; bin < bins; bin++)
        {
            rest.Preparation.Rest(bin, rest.State);
            conductances[bin] = rest.Read.Read(rest.State);
        }

        var steps = new[] { new double[bins * options.Levels], new double[bins * options.Levels] };
        var energies = new double[2, bins];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        Parallel.For(0, 2 * bins, parallel, () => new Bench(card, options), Measure, _ => { });
        var means = Enumerable.Range(0, 2).Select(p => Enumerable.Range(0, bins).Average(bin => energies[p, bin])).ToArray();
        return (EqualBins.Resample(card.Id, conductances, steps[0], steps[1], options.Levels, rest.Read.Noise), means);

        Bench Measure(int job, ParallelLoopState loop, Bench bench)
        {
            var (p, bin) = (job % 2, job / 2);
            var random = new RandomStream(options.Seed, $"{(Polarity)p} of device {device}", (ulong)bin);
            var sample = new double[draws];
            for (var draw = 0; draw < draws; draw++)
            {
                cancellation.ThrowIfCancellationRequested();
                bench.Preparation.Prepare(bin, bench.State, random);
                if (cyclesDiffer)
                {
                    bench.Pulses[p].Use(options.Catalog.Create<Dual>(card.Sample(SpreadOrigin.CycleToCycle, random)));
                }

                var before = bench.Read.Read(bench.State);
                energies[p, bin] += bench.Pulses[p].Give(bench.State, random) / draws;
                sample[draw] = bench.Read.Read(bench.State) - before;
            }

            LevelMeans.Fill(sample, steps[p].AsSpan(bin * options.Levels, options.Levels));
            given(draws);
            return bench;
        }
    }

    /// <summary>What one thread needs.</summary>
    private sealed class Bench
    {
        public Bench(Card card, CharacterizationOptions options)
        {
            var model = options.Catalog.Create<Real>(card);
            Preparation = new StatePreparation(model, options.Bins);
            Read = new ReadBench(card, options);
            State = new double[model.States.Count];
            Pulses = [new PulseBench(card, card.Pulses.Potentiation, options), new PulseBench(card, card.Pulses.Depression, options)];
        }

        public StatePreparation Preparation { get; }

        public ReadBench Read { get; }

        public double[] State { get; }

        public PulseBench[] Pulses { get; }
    }
}
