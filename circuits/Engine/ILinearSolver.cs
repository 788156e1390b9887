namespace DevicePhys.Circuits.Engine;

/// <summary>The matrix of the nodes: a fixed pattern, new values every Newton iteration.</summary>
/// <remarks>Places are reserved once; writing to a place is adding to an array, whatever the storage behind it.</remarks>
internal interface ILinearSolver
{
    /// <summary>The values by place; one of them belongs to no entry and takes what ground's row and column would.</summary>
    double[] Values { get; }

    /// <summary>Reserves an entry.</summary>
    /// <param name="row">The row; one past the last for ground.</param>
    /// <param name="column">The column; one past the last for ground.</param>
    /// <returns>Its place in <see cref="Values"/>.</returns>
    int Reserve(int row, int column);

    /// <summary>Factors the values, which stay.</summary>
    /// <returns>Whether the matrix is regular and finite.</returns>
    bool Factor();

    /// <summary>Forgets the pivots that earlier values have chosen: the next run must not depend on the one before.</summary>
    void Forget();

    /// <summary>The first column the last <see cref="Factor"/> found no pivot in, or -1.</summary>
    int SingularColumn { get; }

    /// <summary>Solves in place.</summary>
    /// <param name="rightSide">[rows].</param>
    void Solve(Span<double> rightSide);
}
