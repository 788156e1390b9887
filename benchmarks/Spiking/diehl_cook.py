"""The network of Diehl and Cook (2015) learning digits in Brian2's C++ standalone: the peer of the benchmark "diehlcook".

    python3 diehl_cook.py given.npz result.npz folder

given:  pixels [examples x inputs] 0..255, weights [inputs x neurons], full_rate [1] of full ink in Hz, sum [1] of the weights of a neuron,
        adaptation [1] and per_spike [1] in mV; the other constants are those of DiehlCookSettings.
folder: the program stays there, to be run again.
result: input_spikes [1], spikes [1] of all examples; weights [inputs x neurons].

Every example is shown once for 350 ms from rest, without the idle time between examples: 700 steps, as many as ours.
"""
import sys

import numpy as np
import brian2 as b
from brian2 import Hz, NeuronGroup, PoissonGroup, SpikeMonitor, Synapses, TimedArray, mV, ms

EQUATIONS = """
dv/dt = ((rest - v) + ge * (0*mV - v) + gi * (inhibitory - v)) / tau : volt (unless refractory)
dge/dt = -ge / (1*ms) : 1
dgi/dt = -gi / (2*ms) : 1
theta : volt
total : 1
"""


def main():
    given = np.load(sys.argv[1])
    folder = sys.argv[3]
    pixels, weights = given["pixels"].astype(float), given["weights"].astype(float)
    (examples, inputs), neurons = pixels.shape, weights.shape[1]
    shown, b.defaultclock.dt = 350 * ms, 0.5 * ms
    b.prefs.codegen.cpp.extra_compile_args_gcc = ["-w", "-O3", "-ffast-math", "-march=native"]
    b.set_device("cpp_standalone", directory=folder, build_on_run=False)
    b.seed(1)

    excited = NeuronGroup(
        neurons, EQUATIONS, threshold="v > theta - 72*mV", reset="v = -65*mV; theta += per_spike", refractory=5 * ms, method="exponential_euler",
        namespace={"rest": -65 * mV, "inhibitory": -100 * mV, "tau": 100 * ms, "per_spike": float(given["per_spike"][0]) * mV})
    inhibiting = NeuronGroup(
        neurons, EQUATIONS, threshold="v > -40*mV", reset="v = -45*mV", refractory=2 * ms, method="exponential_euler",
        namespace={"rest": -60 * mV, "inhibitory": -85 * mV, "tau": 10 * ms})
    excited.theta = float(given["adaptation"][0]) * mV
    ink = TimedArray(pixels / 255 * float(given["full_rate"][0]) * Hz, dt=shown)
    source = PoissonGroup(inputs, rates="ink(t, i)", namespace={"ink": ink})
    learning = Synapses(source, excited, """
        w : 1
        dpre/dt = -pre / (20*ms) : 1 (event-driven)
        dpost1/dt = -post1 / (20*ms) : 1 (event-driven)
        dpost2/dt = -post2 / (40*ms) : 1 (event-driven)
        """,
        on_pre="ge_post += w; pre = 1; w = clip(w - 1e-4 * post1, 0, 1)",
        on_post="w = clip(w + 1e-2 * pre * post2, 0, 1); post1 = 1; post2 = 1")
    learning.connect()
    learning.w = weights.flatten()
    one = Synapses(excited, inhibiting, on_pre="ge_post += 10.4")
    one.connect(j="i")
    others = Synapses(inhibiting, excited, on_pre="gi_post += 17")
    others.connect(condition="i != j")

    # Before every example: states to rest, traces to zero, weights of a neuron to their sum.
    excited.run_regularly("v = -65*mV; ge = 0; gi = 0; total = 0", dt=shown, when="start", order=0)
    inhibiting.run_regularly("v = -60*mV; ge = 0; gi = 0", dt=shown, when="start", order=0)
    learning.run_regularly("total_post += w", dt=shown, when="start", order=1)
    learning.run_regularly("w = w * weight_sum / total_post; pre = 0; post1 = 0; post2 = 0", dt=shown, when="start", order=2)
    learning.namespace["weight_sum"] = float(given["sum"][0])

    drawn, fired = SpikeMonitor(source, record=False), SpikeMonitor(excited, record=False)
    network = b.Network(excited, inhibiting, source, learning, one, others, drawn, fired)
    network.run(examples * shown)
    b.device.build(directory=folder, run=False)
    b.device.run(folder, with_output=False, run_args=[])
    np.savez(
        sys.argv[2], input_spikes=np.array([float(drawn.num_spikes)]), spikes=np.array([float(fired.num_spikes)]),
        weights=np.asarray(learning.w).reshape(inputs, neurons))


if __name__ == "__main__":
    main()
