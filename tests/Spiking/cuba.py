"""The current-based benchmark network (CUBA) by Brian2: the independent judge of the integrate-and-fire neurons.

    python3 cuba.py output.npz seconds [numpy | cpp_standalone_double | cpp_standalone_single] [folder]

4,000 neurons, 80 % excitatory, each pair connected with the chance 2 %, exact integration, time step 0.1 ms
(Brette et al., J. Comput. Neurosci. 23, 349, 2007; the same network is among Brian2's own examples).

output, numpy: v [N] in V; excitatory_pre, excitatory_post, inhibitory_pre, inhibitory_post; spike_step, spike_cell;
               trace_v, trace_ge, trace_gi [steps, 3] of neurons 0, 1 and 3999 at the beginning of each step;
               delta_step, delta_cell: spikes of 10 neurons without input current but kicked by delta synapses (see delta())
output, cpp_standalone: spikes, of a run in double or single precision; the program stays in the folder, to be run again;
               with the network of the numpy run given as output.npz, which is read first and written to output.npz.cpp.npz
"""
import sys

import numpy as np
import brian2 as b

EQUATIONS = """
dv/dt = (ge + gi - (v - El)) / taum : volt (unless refractory)
dge/dt = -ge / taue : volt
dgi/dt = -gi / taui : volt
"""
NAMES = dict(taum=20 * b.ms, taue=5 * b.ms, taui=10 * b.ms, Vt=-50 * b.mV, Vr=-60 * b.mV, El=-49 * b.mV, we=1.62 * b.mV, wi=-9 * b.mV)


def neurons(count, **changed):
    return b.NeuronGroup(count, EQUATIONS, threshold="v > Vt", reset="v = Vr", refractory=5 * b.ms, method="exact", namespace={**NAMES, **changed})


def synapses(group, on_pre, pre, post):
    made = b.Synapses(group, group, on_pre=on_pre, namespace=NAMES)
    made.connect(i=pre, j=post)
    return made


def pairs(random, first, last, count):
    chosen = random.random((last - first, count)) < 0.02
    pre, post = np.nonzero(chosen)
    return pre + first, post


def steps(monitor):
    return np.round(np.asarray(monitor.t / b.ms) / 0.1).astype(np.int32), np.asarray(monitor.i, np.int32)


def delta(seconds):
    """Ten neurons that rest below their threshold and get regular and bunched kicks of 6 mV, some of them in the refractory time."""
    times = np.arange(0, seconds, 1e-3)
    source = b.SpikeGeneratorGroup(1, np.zeros(len(times), int), times * b.second)
    group = neurons(10, El=-58 * b.mV)
    group.v = NAMES["Vr"]
    kicks = b.Synapses(source, group, "w : volt", on_pre="v += w")
    kicks.connect()
    kicks.w = "(2 + j) * 0.5 * mV"
    monitor = b.SpikeMonitor(group)
    b.Network(source, group, kicks, monitor).run(seconds * b.second)
    return steps(monitor)


def main():
    output, seconds = sys.argv[1], float(sys.argv[2])
    target = sys.argv[3] if len(sys.argv) > 3 else "numpy"
    count = 4000
    b.defaultclock.dt = 0.1 * b.ms
    if target == "numpy":
        b.prefs.codegen.target = "numpy"
        random = np.random.default_rng(42)
        v = -0.06 + 0.01 * random.random(count)
        excitatory, inhibitory = pairs(random, 0, 3200, count), pairs(random, 3200, count, count)
    else:
        if target.endswith("single"):
            b.prefs.core.default_float_dtype = np.float32
        given = np.load(output)
        v = given["v"]
        excitatory = given["excitatory_pre"], given["excitatory_post"]
        inhibitory = given["inhibitory_pre"], given["inhibitory_post"]
        b.prefs.codegen.cpp.extra_compile_args_gcc = ["-w", "-O3", "-ffast-math", "-march=native"]
        folder = sys.argv[4]
        b.set_device("cpp_standalone", directory=folder, build_on_run=False)

    group = neurons(count)
    group.v = v * b.volt
    ce, ci = synapses(group, "ge += we", *excitatory), synapses(group, "gi += wi", *inhibitory)
    monitor = b.SpikeMonitor(group)
    if target != "numpy":
        b.Network(group, ce, ci, monitor).run(seconds * b.second)
        b.device.build(directory=folder, run=False)
        b.device.run(folder, with_output=False, run_args=[])
        np.savez(output + ".cpp.npz", spikes=np.array([float(len(monitor.i))]))
        return

    trace = b.StateMonitor(group, ["v", "ge", "gi"], record=[0, 1, 3999])
    network = b.Network(group, ce, ci, monitor, trace)
    network.run(seconds * b.second)
    step, cell = steps(monitor)
    delta_step, delta_cell = delta(seconds)
    np.savez(
        output, v=v, spike_step=step, spike_cell=cell, delta_step=delta_step, delta_cell=delta_cell,
        excitatory_pre=excitatory[0].astype(np.int32), excitatory_post=excitatory[1].astype(np.int32),
        inhibitory_pre=inhibitory[0].astype(np.int32), inhibitory_post=inhibitory[1].astype(np.int32),
        trace_v=np.ascontiguousarray(np.asarray(trace.v).T), trace_ge=np.ascontiguousarray(np.asarray(trace.ge).T), trace_gi=np.ascontiguousarray(np.asarray(trace.gi).T))


if __name__ == "__main__":
    main()
