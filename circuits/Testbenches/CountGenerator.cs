namespace DevicePhys.Circuits.Testbenches;

/// <summary>The right-hand side of the forward equations of a <see cref="CountLattice"/> along a pulse slot.</summary>
internal sealed class CountGenerator(CountLattice lattice, PulseSlot slot, (int State, Func<double, double> Signal)[] signals)
{
    private readonly (int State, double Value)[] differential = new (int, double)[signals.Length];
    private readonly double[] rates = new double[lattice.Points * lattice.Channels];

    /// <summary>Fills dp/dt, with p [Points × rows]: a column per point would scatter the inner loop.</summary>
    public void Derivative(double time, double[] p, double[] slope)
    {
        for (var i = 0; i < signals.Length; i++)
        {
            differential[i] = (signals[i].State, signals[i].Signal(time));
        }

        lattice.Rates(slot.Voltage(time), differential, rates);
        Array.Clear(slope);
        var rows = lattice.Stored;
        for (var point = 0; point < lattice.Points; point++)
        {
            var from = p.AsSpan(point * rows, rows);
            var loss = slope.AsSpan(point * rows, rows);
            for (var channel = 0; channel < lattice.Channels; channel++)
            {
                var rate = rates[point * lattice.Channels + channel];
                if (rate == 0)
                {
                    continue;
                }

                ScaledSum.Add(loss, from, -rate);
                ScaledSum.Add(slope.AsSpan(lattice.Target(point, channel) * rows, rows), from, rate);
            }
        }
    }
}
