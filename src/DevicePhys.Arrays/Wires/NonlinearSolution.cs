namespace DevicePhys.Arrays.Wires;

/// <summary>How the currents of a crossbar with non-linear cells were found, and how accurate they are.</summary>
/// <param name="Linearisations">Times the cells were linearised.</param>
/// <param name="Iterations">Iterations of the linear solver in all.</param>
/// <param name="RelativeError">Bound of the errors of all sensed currents together, relative to their sum: what the cells carry beside their linearisation, twice, and what the linear solver left over.</param>
public readonly record struct NonlinearSolution(int Linearisations, int Iterations, double RelativeError);
