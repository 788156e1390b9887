"""Fits the same points with scipy.optimize.least_squares and writes optimum and standard errors."""
import sys
import numpy as np
from scipy.optimize import least_squares

exp, sinh, log = np.exp, np.sinh, np.log
curves = {
    "Decay": lambda x, a, b: a * exp(-b * x),
    "TwoDecays": lambda x, a, t, b, s: a * exp(-x / t) + b * exp(-x / s),
    "Rise": lambda x, lo, hi, c: lo + (hi - lo) * (1 - exp(-c * x)) / (1 - exp(-c)),
    "Leak": lambda x, i, v, r: i * sinh(x / v) + x / r,
    "Weibull": lambda x, t, k: 0.5 * (1 - exp(-((x / t) ** k))),
    "Logistic": lambda x, a, b, c: a / (1 + exp(-(x - b) / c)),
    "Power": lambda x, a, n, c: a * x ** (-n) + c,
    "Peak": lambda x, a, b, c: a * exp(-0.5 * ((x - b) / c) ** 2),
    "Saturation": lambda x, a, b: a * x / (b + x),
    "Line": lambda x, a, b: a + b * x,
}
data = np.load(sys.argv[1])
result = {}
for name, curve in curves.items():
    x, y, truth = data[name + "_x"], data[name + "_y"], data[name + "_p"]
    loss, scale = ("cauchy", float(data[name + "_s"][0])) if name == "Line" else ("linear", 1.0)
    unit = np.max(np.abs(y))  # scipy's stopping rules are absolute in the gradient
    fit = least_squares(
        lambda p: (curve(x, *p * truth) - y) / unit, np.ones(len(truth)), jac="cs", loss=loss, f_scale=scale / unit,
        x_scale="jac", ftol=1e-15, xtol=1e-15, gtol=1e-15, max_nfev=10000)
    covariance = np.linalg.inv(fit.jac.T @ fit.jac) * 2 * fit.cost / (len(x) - len(truth))
    result[name + "_p"], result[name + "_se"] = fit.x * truth, np.sqrt(np.diag(covariance)) * np.abs(truth)
np.savez(sys.argv[2], **result)
