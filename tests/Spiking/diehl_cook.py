"""A few training examples of the network of Diehl and Cook (2015) in Brian2: the same input spikes, the same first weights."""
import sys
import numpy as np
from brian2 import *

prefs.codegen.target = "numpy"
given = np.load(sys.argv[1])
steps, cells, examples = given["steps"], given["cells"], given["examples"]
weights = given["weights"].astype(float)
inputs, neurons = weights.shape
adaptation = float(given["adaptation"][0]) * mV
per_spike = float(given["per_spike"][0]) * mV
presented, dt = 350 * ms, 0.5 * ms
defaultclock.dt = dt

equations = """
dv/dt = ((rest - v) + ge * (0*mV - v) + gi * (inhibitory - v)) / tau : volt (unless refractory)
dge/dt = -ge / (1*ms) : 1
dgi/dt = -gi / (2*ms) : 1
theta : volt
"""
excited = NeuronGroup(neurons, equations, threshold="v > theta - 72*mV", reset="v = -65*mV; theta += per_spike", refractory=5 * ms,
                      method="exponential_euler", namespace={"rest": -65 * mV, "inhibitory": -100 * mV, "tau": 100 * ms, "per_spike": per_spike})
inhibiting = NeuronGroup(neurons, equations, threshold="v > -40*mV", reset="v = -45*mV", refractory=2 * ms,
                         method="exponential_euler", namespace={"rest": -60 * mV, "inhibitory": -85 * mV, "tau": 10 * ms})
source = SpikeGeneratorGroup(inputs, [], [] * second)
learning = Synapses(source, excited, """
w : 1
dpre/dt = -pre / (20*ms) : 1 (event-driven)
dpost1/dt = -post1 / (20*ms) : 1 (event-driven)
dpost2/dt = -post2 / (40*ms) : 1 (event-driven)
""", on_pre="ge_post += w; pre = 1; w = clip(w - 1e-4 * post1, 0, 1)",
    on_post="w = clip(w + 1e-2 * pre * post2, 0, 1); post1 = 1; post2 = 1")
learning.connect()
one = Synapses(excited, inhibiting, on_pre="ge_post += 10.4")
one.connect(j="i")
others = Synapses(inhibiting, excited, on_pre="gi_post += 17")
others.connect(condition="i != j")
counts = SpikeMonitor(excited, record=False)
network = Network(excited, inhibiting, source, learning, one, others, counts)
result, learnt, before = [], [], np.zeros(neurons, int)
matrix = weights * (float(given["sum"][0]) / weights.sum(axis=0))
for example in range(int(examples[0])):
    excited.theta = adaptation
    learning.w = matrix.flatten()
    learning.pre, learning.post1, learning.post2 = 0, 0, 0
    for group, at in ((excited, -65 * mV), (inhibiting, -60 * mV)):
        group.v, group.ge, group.gi, group.lastspike = at, 0, 0, -1 * second
    own = given["example"] == example
    source.set_spikes(cells[own], steps[own] * dt + network.t)
    network.run(presented)
    learnt.append(np.abs(np.asarray(learning.w).reshape(inputs, neurons) - matrix).sum())
    result.append(np.asarray(counts.count) - before)
    before = np.array(counts.count)
np.savez(sys.argv[2], counts=np.array(result, dtype=np.int32), learnt=np.array(learnt))
