using DevicePhys.Arrays.Wires;
using DevicePhys.Sampling;

namespace DevicePhys.Studies.Inference;

/// <summary>Puts one layer into pairs of devices of one instance: what the layer is read as, and how its reads scatter.</summary>
/// <remarks>
/// G± = GMin + (GMax − GMin)·max(±w, 0)/largest, then every non-ideality in turn, on the positive and the negative array apart. Streams are keyed by seed, kind of array and
/// effect, and by instance and layer: no draw depends on which other instances are run, or on other effects.
/// </remarks>
internal sealed class DeviceDraw
{
    private readonly InferenceSettings settings;
    private readonly WeightLayer layer;
    private readonly ulong number;
    private readonly float[] plus;
    private readonly float[] minus;
    private readonly double scale;
    private readonly float perWeight;
    private readonly double[] matrix;

    public DeviceDraw(WeightLayer layer, int number, InferenceSettings settings)
    {
        (this.layer, this.settings, this.number) = (layer, settings, (ulong)number);
        (plus, minus) = (new float[layer.Rows * layer.Columns], new float[layer.Rows * layer.Columns]);
        var largest = 0f;
        foreach (var weight in layer.Weights.Span)
        {
            largest = MathF.Max(largest, MathF.Abs(weight));
        }

        scale = (largest == 0 ? 1 : largest) / (settings.GMax - settings.GMin);
        perWeight = (float)(1 / scale);
        matrix = new double[settings.Wires is null ? 0 : plus.Length];
    }

    /// <summary>Draws the devices of an instance.</summary>
    /// <param name="instance">Which instance.</param>
    /// <param name="weights">[Rows × Columns], filled: what the layer is read as.</param>
    /// <param name="variances">[Rows × Columns], filled: the variance of one read of each weight; empty when reads do not scatter.</param>
    public void Fill(int instance, Span<float> weights, Span<float> variances)
    {
        var from = layer.Weights.Span;
        var low = (float)settings.GMin;
        for (var i = 0; i < from.Length; i++)
        {
            var signal = from[i] * perWeight;
            plus[i] = low + MathF.Max(signal, 0);
            minus[i] = low + MathF.Max(-signal, 0);
        }

        Disturb(plus, "+", instance);
        Disturb(minus, "-", instance);
        if (settings.ReadNoise is { } noise)
        {
            var (absolute, relative) = ((float)(2 * noise.Absolute * noise.Absolute * scale * scale), (float)(noise.Relative * noise.Relative * scale * scale));
            for (var i = 0; i < variances.Length; i++)
            {
                variances[i] = absolute + (relative * ((plus[i] * plus[i]) + (minus[i] * minus[i])));
            }
        }

        if (settings.Wires is { } wires)
        {
            Wire(plus, wires);
            Wire(minus, wires);
        }

        var factor = (float)scale;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = factor * (plus[i] - minus[i]);
        }
    }

    private void Disturb(Span<float> conductances, string array, int instance)
    {
        for (var k = 0; k < settings.Nonidealities.Count; k++)
        {
            var effect = settings.Nonidealities[k];
            effect.Apply(conductances, layer.Rows, layer.Columns, new RandomStream(settings.Seed, $"{array} {k} {effect.GetType().Name}", ((ulong)instance << 8) | number));
        }
    }

    private void Wire(Span<float> conductances, WireSettings wires)
    {
        for (var i = 0; i < matrix.Length; i++)
        {
            matrix[i] = conductances[i];
        }

        new WiredCrossbar(matrix, layer.Rows, layer.Columns, wires).EffectiveMatrix(matrix);
        for (var i = 0; i < matrix.Length; i++)
        {
            conductances[i] = (float)matrix[i];
        }
    }
}
