using DevicePhys.Cards;
using DevicePhys.Circuits.Cells;
using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>A resistive cell that takes pulses one at a time and is read between them; at first it conducts least.</summary>
/// <remarks>Not thread safe. C2C spreads of the card are drawn anew for every pulse.</remarks>
internal sealed class CellProgrammer
{
    private readonly ResistiveCell cell;
    private readonly RandomStream random;
    private readonly PulseBench[] pulses;
    private readonly ReadBench read;
    private readonly double[] state;
    private readonly bool cyclesDiffer;

    public CellProgrammer(ResistiveCell cell, CharacterizationOptions options, RandomStream random)
    {
        (this.cell, this.random) = (cell, random);
        var scheme = cell.Device.Pulses;
        pulses = [new(cell, scheme.Depression, options), new(cell, scheme.Potentiation, options)];
        read = new ReadBench(cell.Device, options);
        var preparation = new StatePreparation(options.Catalog.Create<Real>(cell.Device), 2);
        state = new double[options.Catalog.Create<Real>(cell.Device).States.Count];
        preparation.Prepare(preparation.LeastConducting(read), state, random);
        cyclesDiffer = cell.Device.Parameters.Any(parameter => parameter.C2C is not null);
    }

    /// <summary>The conductance at the read voltage [S].</summary>
    public double Conductance => read.Read(state);

    /// <summary>The energy of all pulses so far [J].</summary>
    public double Energy { get; private set; }

    /// <summary>Gives a pulse that raises the conductance, or one that lowers it.</summary>
    public void Give(bool raise)
    {
        var bench = pulses[raise ? 1 : 0];
        if (cyclesDiffer)
            bench.Use(cell.Catalog.Create<Dual>(cell.Device.Sample(SpreadOrigin.CycleToCycle, random)));
        Energy += bench.Give(state, random);
    }
}
