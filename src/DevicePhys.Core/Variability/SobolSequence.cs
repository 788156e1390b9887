using System.Numerics;

namespace DevicePhys.Variability;

/// <summary>The Sobol sequence in 32 bits, any point of it at once.</summary>
/// <remarks>
/// Sobol, USSR Comput. Math. Math. Phys. 7(4), 86 (1967), in the Gray-code order of Antonov and Saleev (1979). The direction numbers are the set
/// new-joe-kuo-6 of Joe and Kuo, SIAM J. Sci. Comput. 30, 2635 (2008): the primitive polynomial of each dimension as a bit pattern with its
/// highest coefficient, and the first odd numbers m. Checked against scipy.stats.qmc, which uses the same set.
/// </remarks>
internal static class SobolSequence
{
    private const int Bits = 32;

    private static readonly (uint Polynomial, uint[] Start)[] JoeKuo =
    [
        (1, [1]), (3, [1]), (7, [1, 3]), (11, [1, 3, 1]), (13, [1, 1, 1]), (19, [1, 1, 3, 3]), (25, [1, 3, 5, 13]), (37, [1, 1, 5, 5, 17]),
        (41, [1, 1, 5, 5, 5]), (47, [1, 1, 7, 11, 19]), (55, [1, 1, 5, 1, 1]), (59, [1, 1, 1, 3, 11]), (61, [1, 3, 5, 5, 31]),
        (67, [1, 3, 3, 9, 7, 49]), (91, [1, 1, 1, 15, 21, 21]), (97, [1, 3, 1, 13, 27, 49]), (103, [1, 1, 1, 15, 7, 5]),
        (109, [1, 3, 1, 15, 13, 25]), (115, [1, 1, 5, 5, 19, 61]), (131, [1, 3, 7, 11, 23, 15, 103]), (137, [1, 3, 7, 13, 13, 15, 69]),
        (143, [1, 1, 3, 13, 7, 35, 63]), (145, [1, 3, 5, 9, 1, 25, 53]), (157, [1, 3, 1, 13, 9, 35, 107]), (167, [1, 3, 1, 5, 27, 61, 31]),
        (171, [1, 1, 5, 11, 19, 41, 61]), (185, [1, 3, 5, 3, 3, 13, 69]), (191, [1, 1, 7, 13, 1, 19, 1]), (193, [1, 3, 7, 5, 13, 19, 59]),
        (203, [1, 1, 3, 9, 25, 29, 41]), (211, [1, 3, 5, 13, 23, 1, 55]), (213, [1, 3, 7, 3, 13, 59, 17]), (229, [1, 3, 1, 3, 5, 53, 69]),
        (239, [1, 1, 5, 5, 23, 33, 13]), (241, [1, 1, 7, 7, 1, 61, 123]), (247, [1, 1, 7, 9, 13, 61, 49]), (253, [1, 3, 3, 5, 3, 55, 33]),
        (285, [1, 3, 1, 15, 31, 13, 49, 245]), (299, [1, 3, 5, 15, 31, 59, 63, 97]), (301, [1, 3, 1, 11, 11, 11, 77, 249]),
    ];

    private static readonly uint[][] Directions = [.. Enumerable.Range(0, JoeKuo.Length).Select(Expand)];

    /// <summary>How many dimensions there are.</summary>
    public static int MostDimensions => JoeKuo.Length;

    /// <summary>One coordinate of one point, as a fraction of 2^32.</summary>
    public static uint At(uint index, int dimension)
    {
        var directions = Directions[dimension];
        var point = 0u;
        for (var gray = index ^ (index >> 1); gray != 0; gray &= gray - 1)
            point ^= directions[BitOperations.TrailingZeroCount(gray)];
        return point;
    }

    private static uint[] Expand(int dimension)
    {
        var (polynomial, start) = JoeKuo[dimension];
        var directions = new uint[Bits];

        // The first dimension is the van der Corput sequence: every m is 1.
        if (dimension == 0)
            return [.. Enumerable.Range(0, Bits).Select(bit => 1u << (Bits - 1 - bit))];
        var degree = BitOperations.Log2(polynomial);
        for (var bit = 0; bit < Bits; bit++)
        {
            if (bit < degree)
            {
                directions[bit] = start[bit] << (Bits - 1 - bit);
                continue;
            }

            var direction = directions[bit - degree] ^ (directions[bit - degree] >> degree);
            for (var k = 1; k < degree; k++)
                direction ^= ((polynomial >> (degree - k)) & 1) * directions[bit - k];
            directions[bit] = direction;
        }

        return directions;
    }
}
