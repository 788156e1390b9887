using DevicePhys.Arrays.Kernels;

namespace DevicePhys.Arrays.Wires;

/// <summary>An array of synapses read through its wires while it trains: sums by the effective matrices, refreshed every so many updates.</summary>
/// <remarks>
/// A refresh solves the wires exactly (ohmic cells) and keeps, for every cell, the share of its conductance that the sense end sees. Until the next one that share holds
/// while the conductances are the present ones: a cell's own change is seen at once, which training needs (a forward pass that does not answer to its updates
/// makes them run away), and the change of the wires' loss by all cells together waits for the refresh. The backward sums use the same
/// matrix: by reciprocity that is the current at the drivers when the sense ends are driven. Writing is ideal: every pulse arrives with its full
/// voltage. Not thread safe. Only a refresh may allocate.
/// </remarks>
public sealed class WiredWeights : IWeightMatrix
{
    private readonly SynapseArray array;
    private readonly IWeightMatrix updates;
    private readonly WiredCrossbar plus, minus;
    private readonly PaddedMatrix plusShare, minusShare;
    private readonly double[] matrix;
    private readonly float[] padded;
    private readonly int every;
    private int sinceRefresh;

    /// <summary>Wires an array.</summary>
    /// <param name="array">The array; updates go to it.</param>
    /// <param name="wires">The wires of both its crossbars.</param>
    /// <param name="refreshEvery">Updates after which the effective matrices are made anew, at least 1.</param>
    /// <param name="updates">Takes the updates and writes them to the array; null for the array itself.</param>
    public WiredWeights(SynapseArray array, WireSettings wires, int refreshEvery = 1000, IWeightMatrix? updates = null)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentOutOfRangeException.ThrowIfLessThan(refreshEvery, 1);
        (this.array, this.updates, every) = (array, updates ?? array, refreshEvery);
        (plus, minus) = (new WiredCrossbar(array.Plus, wires), new WiredCrossbar(array.Minus, wires));
        (plusShare, minusShare) = (new PaddedMatrix(array.Rows, array.Columns), new PaddedMatrix(array.Rows, array.Columns));
        matrix = new double[array.Rows * array.Columns];
        padded = new float[plusShare.Stride];
        Refresh();
    }

    /// <inheritdoc/>
    public int Rows => array.Rows;

    /// <inheritdoc/>
    public int Columns => array.Columns;

    /// <summary>The array behind the wires.</summary>
    public SynapseArray Array => array;

    /// <inheritdoc/>
    public void Multiply(ActiveInput input, Span<float> output)
    {
        RefreshIfDue();
        RowSums.Add(Seen, input, padded);
        for (var j = 0; j < Columns; j++)
        {
            output[j] = (float)array.WeightPerSiemens * padded[j];
        }
    }

    /// <inheritdoc/>
    public void MultiplyTransposed(ReadOnlySpan<float> delta, Span<float> result)
    {
        RefreshIfDue();
        for (var j = 0; j < Columns; j++)
        {
            padded[j] = (float)array.WeightPerSiemens * delta[j];
        }

        padded.AsSpan(Columns).Clear();
        RowSums.Across(Seen, padded, result);
    }

    /// <inheritdoc/>
    public void Update(ActiveInput input, ReadOnlySpan<float> delta, float rate)
    {
        updates.Update(input, delta, rate);
        sinceRefresh++;
    }

    /// <summary>The weights as they are seen through the wires.</summary>
    /// <param name="weights">[Rows × Columns], row-major, filled.</param>
    public void CopyWeights(Span<float> weights)
    {
        var seen = Seen;
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                weights[(i * Columns) + j] = (float)array.WeightPerSiemens * seen.At((i * seen.Stride) + j);
            }
        }
    }

    private SharedRows Seen => new(array.Plus.Cells, plusShare, array.Minus.Cells, minusShare);

    /// <summary>Solves the wires anew with the present conductances.</summary>
    public void Refresh()
    {
        Share(array.Plus, plus, plusShare);
        Share(array.Minus, minus, minusShare);
        sinceRefresh = 0;
    }

    private void Share(Crossbar cells, WiredCrossbar wires, PaddedMatrix share)
    {
        wires.Load(cells);
        wires.EffectiveMatrix(matrix);
        for (var i = 0; i < Rows; i++)
        {
            var conductances = cells.Row(i);
            var shares = share.Row(i);
            for (var j = 0; j < Columns; j++)
            {
                shares[j] = conductances[j] > 0 ? (float)(matrix[(i * Columns) + j] / conductances[j]) : 1;
            }
        }
    }

    private void RefreshIfDue()
    {
        if (sinceRefresh >= every)
        {
            Refresh();
        }
    }
}
