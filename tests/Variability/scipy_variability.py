"""What scipy makes of the same numbers. Arguments: what to do, input .npz, output .npz."""
import sys
import numpy as np
from scipy import stats

task, source, target = sys.argv[1:4]
given = np.load(source)
if task == "sobol":
    n, d = (int(v) for v in given["size"])
    points = stats.qmc.Sobol(d, scramble=False, bits=30).random(n)
    np.savez(target, points=points)
elif task == "spearman":
    rho = [stats.spearmanr(given["a"], given["b"])[0], stats.pearsonr(given["a"], given["b"])[0]]
    np.savez(target, rho=np.array(rho))
elif task == "marginals":
    x = given["x"]
    n = len(x)
    ranks = np.arange(1, n + 1)
    rows = []
    fits = [(stats.norm, stats.norm.fit(x)), (stats.lognorm, stats.lognorm.fit(x, floc=0)), (stats.weibull_min, stats.weibull_min.fit(x, floc=0))]
    for family, p in fits:
        f = family.cdf(np.sort(x), *p)
        a2 = -n - np.sum((2 * ranks - 1) * (np.log(f) + np.log(1 - f[::-1]))) / n
        rows.append([4 - 2 * np.sum(family.logpdf(x, *p)), a2, family.ppf(0.9, *p)])
    np.savez(target, rows=np.array(rows))
else:
    raise SystemExit("unknown task " + task)
