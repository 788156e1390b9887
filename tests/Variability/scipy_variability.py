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
else:
    raise SystemExit("unknown task " + task)
