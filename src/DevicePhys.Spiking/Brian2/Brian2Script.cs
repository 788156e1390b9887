using System.Globalization;
using System.Text;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Inputs;
using DevicePhys.Spiking.Monitors;
using DevicePhys.Spiking.Neurons;
using DevicePhys.Tables;

namespace DevicePhys.Spiking.Brian2;

/// <summary>A network as a Python script for Brian2, with its numbers in a file beside it, so that somebody else can run it.</summary>
/// <remarks>
/// States, weights, delays, learning rules and spike lists are those the network has now; all quantities are plain SI numbers. Run it as
/// "python3 SCRIPT": it writes SCRIPT.spikes.npz with step0, cell0, step1, ... for each population, and w0, w1, ... for each learning projection. Inputs that fire at random
/// have the same rates but other spikes. Not exported: rates given as an array, and models without words for Brian2.
/// </remarks>
public static class Brian2Script
{
    private static readonly (NeuronState State, string Name)[] States =
        [(NeuronState.Potential, "v"), (NeuronState.Excitatory, "ge"), (NeuronState.Inhibitory, "gi"), (NeuronState.Adaptation, "adapt"), (NeuronState.Drive, "drive")];

    /// <summary>Writes the script and its numbers.</summary>
    /// <param name="network">The network, as it stands.</param>
    /// <param name="path">The script; the numbers go to PATH.npz.</param>
    /// <param name="duration">How long the script runs [s].</param>
    /// <exception cref="ArgumentException">The network has a part that cannot be said in Brian2.</exception>
    public static void Save(SpikingNetwork network, string path, double duration)
    {
        ArgumentNullException.ThrowIfNull(network);
        Check.NotNegative(duration, "The duration of a run", "s");
        var (text, numbers) = (new StringBuilder(Head(network.TimeStep)), new Dictionary<string, NpyArray>());
        var names = new Dictionary<ISpikeSource, string>();
        foreach (var input in network.Inputs)
            AddInput(text, numbers, names, input, network);
        foreach (var neurons in network.Populations)
            AddNeurons(text, numbers, names, neurons);
        foreach (var (projection, k) in network.Projections.Select((projection, k) => (projection, k)))
            AddSynapses(text, numbers, names, projection, k);
        text.Append(CultureInfo.InvariantCulture, $"network.run({duration:R}*second)\nresult = {{}}\n");
        text.Append("for k, monitor in enumerate(monitors):\n    result[f'step{k}'] = np.round(np.asarray(monitor.t/second)/timestep).astype(np.int32)\n    result[f'cell{k}'] = np.asarray(monitor.i, np.int32)\n");
        text.Append("for name, synapses in learning.items():\n    result[name] = np.asarray(synapses.w)\nnp.savez(__file__ + '.spikes.npz', **result)\n");
        WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
        NpzFile.Save(path + ".npz", [.. numbers]);
    }

    private static string Head(double timeStep) => string.Create(
        CultureInfo.InvariantCulture, $"\"\"\"A spiking network, written by DevicePhys for Brian2; all quantities in SI units.\"\"\"\nimport numpy as np\nfrom brian2 import *\n\nprefs.codegen.target = 'numpy'\ntimestep = {timeStep:R}\ndefaultclock.dt = timestep*second\ngiven = np.load(__file__ + '.npz')\nnetwork, monitors, learning = Network(), [], {{}}\n\n");

    private static void AddInput(
        StringBuilder text, Dictionary<string, NpyArray> numbers, Dictionary<ISpikeSource, string> names, ISpikeSource input, SpikingNetwork network)
    {
        var name = names[input] = $"input{names.Count}";
        if (input is PoissonInput poisson)
        {
            numbers[name + "_rates"] = NpyArray.Of([.. poisson.Chances.Select(chance => chance / network.TimeStep)], input.Count);
            text.Append(CultureInfo.InvariantCulture, $"{name} = PoissonGroup({input.Count}, given['{name}_rates']*Hz)\n");
        }
        else if (input is SpikeListInput list)
        {
            var (steps, cells) = list.All;
            numbers[name + "_times"] = NpyArray.Of([.. steps.Select(step => (step - network.Step) * network.TimeStep)], steps.Length);
            numbers[name + "_cells"] = NpyArray.Of(cells, cells.Length);
            text.Append(CultureInfo.InvariantCulture, $"later = given['{name}_times'] >= 0\n{name} = SpikeGeneratorGroup({input.Count}, given['{name}_cells'][later], given['{name}_times'][later]*second)\n");
        }
        else
        {
            throw new ArgumentException($"The input {input.GetType().Name} cannot be said in Brian2: Poisson cells or a spike list are expected.");
        }

        text.Append(CultureInfo.InvariantCulture, $"network.add({name})\n\n");
    }

    private static void AddNeurons(StringBuilder text, Dictionary<string, NpyArray> numbers, Dictionary<ISpikeSource, string> names, NeuronPopulation neurons)
    {
        var model = neurons.Brian2() ?? throw new ArgumentException("A neuron model has no words for Brian2: another model is expected.");
        var name = names[neurons] = $"neurons{names.Count}";
        var constants = string.Join(", ", model.Constants.Select(pair => string.Create(CultureInfo.InvariantCulture, $"'{pair.Key}': {pair.Value:R}")));
        text.Append(CultureInfo.InvariantCulture, $"{name} = NeuronGroup({neurons.Count}, \"\"\"\n{model.Equations}\n\"\"\", threshold='{model.Threshold}', reset='{model.Reset}', refractory={model.Refractory:R}*second, method='{model.Method}', namespace={{{constants}}})\n");
        foreach (var (state, variable) in States.Where(state => model.Equations.Contains($"d{state.Name}/dt", StringComparison.Ordinal) || model.Equations.Contains($"\n{state.Name} : 1", StringComparison.Ordinal)))
        {
            numbers[$"{name}_{variable}"] = NpyArray.Of([.. Enumerable.Range(0, neurons.Count).Select(j => neurons.Read(state, j))], neurons.Count);
            text.Append(CultureInfo.InvariantCulture, $"{name}.{variable} = given['{name}_{variable}']\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"monitors.append(SpikeMonitor({name}))\nnetwork.add({name}, monitors[-1])\n\n");
    }

    private static void AddSynapses(StringBuilder text, Dictionary<string, NpyArray> numbers, Dictionary<ISpikeSource, string> names, IProjection projection, int k)
    {
        var (name, connections) = ($"synapses{k}", projection.Connections);
        numbers[name + "_i"] = NpyArray.Of([.. Enumerable.Range(0, connections.SourceCount).SelectMany(i => Enumerable.Repeat(i, connections.Targets(i).Length))], connections.Count);
        numbers[name + "_j"] = NpyArray.Of([.. Enumerable.Range(0, connections.SourceCount).SelectMany(i => connections.Targets(i).ToArray())], connections.Count);
        numbers[name + "_w"] = NpyArray.Of([.. connections.IsUniform ? Enumerable.Repeat(connections.Common, connections.Count) : connections.AllWeights()], connections.Count);
        numbers[name + "_delay"] = NpyArray.Of([.. projection.Delays], projection.Delays.Length);
        var (model, start, onPre, onPost) = projection.Rule?.Brian2() ?? ("", "", "", "");
        var target = projection.Receptor switch { Receptor.Excitatory => "ge_post", Receptor.Inhibitory => "gi_post", _ => "v_post" };
        var learns = onPost.Length > 0 ? $", on_post='''{onPost}'''" : "";
        text.Append(CultureInfo.InvariantCulture, $"{name} = Synapses({names[projection.Source]}, {names[projection.Neurons]}, '''w : 1\n{model}''', on_pre='''{target} += w{(onPre.Length > 0 ? "; " : "")}{onPre}'''{learns})\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}.connect(i=given['{name}_i'], j=given['{name}_j'])\n{name}.w = given['{name}_w']\n{name}.pre.delay = given['{name}_delay']*second\n{name}.pre.order = {2 * k}\n");
        if (onPost.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"{name}.post.order = {(2 * k) + 1}\nlearning['w{k}'] = {name}\n");
        if (start.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"{name}.{start}\n");
        text.Append(CultureInfo.InvariantCulture, $"network.add({name})\n\n");
    }
}
