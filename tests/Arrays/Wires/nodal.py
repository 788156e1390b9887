"""Kirchhoff's law at every node of a wired crossbar, solved by scipy's sparse LU: the independent judge of the wires.

    python3 nodal.py input.npz output.npz [repeats]

input:  g [M, N] in S; v [K, M] in V; r = word-line segment, bit-line segment, driver, sense in Ohm, all above 0;
        ends = first and last end driven, first and last end sensed, each 0 or 1
output: currents [K, N] in A; word, bit [M, N] in V for the first input;
        seconds = the fastest of the repeats for assembly, factors and one solution; colamd = 1 if its column ordering was that, 0 for minimum degree of the symmetric matrix
"""
import sys
import time

import numpy as np
import scipy.sparse as sp
import scipy.sparse.linalg as sl


def assemble(g, r, ends):
    """The 2 M N nodal equations: word node (i, j) is i N + j, bit node (i, j) is M N + i N + j."""
    m, n = g.shape
    word = np.arange(m * n).reshape(m, n)
    bit = word + m * n
    pairs = [
        (word[:, :-1], word[:, 1:], np.full((m, n - 1), 1 / r[0])),
        (bit[:-1, :], bit[1:, :], np.full((m - 1, n), 1 / r[1])),
        (word, bit, g),
    ]
    driver, sense = 1 / (r[0] + r[2]), 1 / (r[1] + r[3])
    ground = np.zeros(2 * m * n)
    ground[word[:, 0]] += ends[0] * driver
    ground[word[:, -1]] += ends[1] * driver
    ground[bit[0, :]] += ends[2] * sense
    ground[bit[-1, :]] += ends[3] * sense
    a = np.concatenate([p[0].ravel() for p in pairs])
    b = np.concatenate([p[1].ravel() for p in pairs])
    c = np.concatenate([p[2].ravel() for p in pairs])
    d = np.arange(2 * m * n)
    rows = np.concatenate([a, b, a, b, d])
    columns = np.concatenate([a, b, b, a, d])
    values = np.concatenate([c, c, -c, -c, ground])
    return sp.csc_matrix((values, (rows, columns)), shape=(2 * m * n, 2 * m * n))


def drive(v, m, n, r, ends):
    """The currents that the drivers send into the word nodes."""
    driver = 1 / (r[0] + r[2])
    currents = np.zeros(2 * m * n)
    currents[np.arange(m) * n] += ends[0] * driver * v
    currents[np.arange(m) * n + n - 1] += ends[1] * driver * v
    return currents


def sensed(x, m, n, r, ends):
    bit = x[m * n:].reshape(m, n)
    return (ends[2] * bit[0] + ends[3] * bit[-1]) / (r[1] + r[3])


def main():
    data = np.load(sys.argv[1])
    g, v, r, ends = data["g"], data["v"], data["r"], data["ends"]
    repeats = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    m, n = g.shape
    orderings = {
        "COLAMD": dict(permc_spec="COLAMD"),
        "MMD_AT_PLUS_A": dict(permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options=dict(SymmetricMode=True)),
    }
    best, ordering = np.inf, "MMD_AT_PLUS_A"
    for name, options in orderings.items():
        for _ in range(repeats):
            start = time.thread_time()
            factors = sl.splu(assemble(g, r, ends), **options)
            sensed(factors.solve(drive(v[0], m, n, r, ends)), m, n, r, ends)
            elapsed = time.thread_time() - start
            if elapsed < best:
                best, ordering = elapsed, name

    matrix = assemble(g, r, ends)
    factors = sl.splu(matrix, **orderings[ordering])
    currents = np.empty((len(v), n))
    for k in range(len(v)):
        right = drive(v[k], m, n, r, ends)
        x = factors.solve(right)
        x += factors.solve(right - matrix @ x)  # one refinement, so that the judge is right to rounding
        currents[k] = sensed(x, m, n, r, ends)
        if k == 0:
            word, bit = x[:m * n].reshape(m, n).copy(), x[m * n:].reshape(m, n).copy()

    np.savez(sys.argv[2], currents=currents, word=word, bit=bit, seconds=np.array([best]), colamd=np.array([float(ordering == "COLAMD")]))


if __name__ == "__main__":
    main()
