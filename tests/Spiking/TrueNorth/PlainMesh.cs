using DevicePhys.Spiking.TrueNorth;

namespace DevicePhys.Tests.Spiking.TrueNorth;

/// <summary>TrueNorth-like cores as their equations stand: one neuron, one axon, one bit of the shift register at a time.</summary>
internal sealed class PlainMesh(int width, IReadOnlyList<CoreSettings> cores)
{
    private readonly uint[] registers = [.. cores.Select(core => core.Seed == 0 ? 1 : core.Seed)];
    private readonly HashSet<(int Core, int Axon, long Tick)> coming = [];

    public int[][] Potentials { get; } = [.. cores.Select(core => core.Neurons.Select(neuron => neuron.InitialPotential).ToArray())];

    public List<(int Core, int Neuron)> Spikes { get; } = [];

    public long Hops { get; private set; }

    public long Synapses { get; private set; }

    public long Tick { get; private set; }

    public void Inject(int core, int axon, int delay) => coming.Add((core, axon, Tick + delay));

    public void Step()
    {
        Spikes.Clear();
        for (var core = 0; core < cores.Count; core++)
        {
            int[] active = [.. Enumerable.Range(0, 256).Where(axon => coming.Contains((core, axon, Tick)))];
            for (var j = 0; j < 256; j++)
            {
                if (Fires(core, j, active))
                    Spikes.Add((core, j));
            }
        }

        foreach (var (core, j) in Spikes)
        {
            var target = cores[core].Targets[j];
            if (target.Core < 0)
                continue;
            coming.Add((target.Core, target.Axon, Tick + target.Delay));

            // Walks: first along x, then along y.
            var (x, y) = (core % width, core / width);
            while (x != target.Core % width)
                (x, Hops) = (x + Math.Sign((target.Core % width) - x), Hops + 1);
            while (y != target.Core / width)
                (y, Hops) = (y + Math.Sign((target.Core / width) - y), Hops + 1);
        }

        coming.RemoveWhere(spike => spike.Tick == Tick);
        Tick++;
    }

    private bool Fires(int core, int j, int[] active)
    {
        var (settings, n) = (cores[core], cores[core].Neurons[j]);
        var v = (long)Potentials[core][j];
        foreach (var i in active)
        {
            if ((settings.Synapses[(i * 4) + (j / 64)] >> (j % 64) & 1) == 0)
                continue;
            Synapses++;
            var s = n.Weights[settings.AxonTypes[i]];
            if (!n.StochasticWeights[settings.AxonTypes[i]])
                v += s;
            else if (Math.Abs(s) >= Draw(core, 8))
                v += Math.Sign(s);
        }

        v = Cut(v);
        var omega = n.LeakReversal ? Math.Sign(v) : 1;
        var leak = n.Leak;
        if (n.StochasticLeak)
            leak = Math.Abs(leak) >= Draw(core, 8) ? Math.Sign(leak) : 0;
        v = Cut(v + (omega * leak));
        long eta = n.ThresholdMask != 0 ? Draw(core, 24) & n.ThresholdMask : 0;
        long alpha = n.Threshold + eta, beta = n.NegativeThreshold + eta;
        var fires = false;
        if (v >= alpha)
        {
            fires = true;
            if (n.Reset == ResetMode.Normal)
                v = n.ResetPotential;
            if (n.Reset == ResetMode.Linear)
                v -= alpha;
        }
        else if (n.Saturates)
        {
            v = Math.Max(v, -n.NegativeThreshold);
        }
        else if (v < -beta)
        {
            if (n.Reset == ResetMode.Normal)
                v = -n.ResetPotential;
            if (n.Reset == ResetMode.Linear)
                v += beta;
        }

        Potentials[core][j] = (int)v;
        return fires;
    }

    // The polynomial of CRC-32, one bit at a time; a number is the low byte after each eight steps, low bytes first.
    private int Draw(int core, int bits)
    {
        var value = 0;
        for (var at = 0; at < bits; at += 8)
        {
            for (var step = 0; step < 8; step++)
                registers[core] = (registers[core] >> 1) ^ ((registers[core] & 1) * 0xEDB88320);
            value |= (int)(registers[core] & 0xFF) << at;
        }

        return value;
    }

    private static long Cut(long v) => Math.Min(Math.Max(v, -(1 << 19) + 1), (1 << 19) - 1);
}
