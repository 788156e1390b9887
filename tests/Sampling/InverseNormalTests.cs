using System.Runtime.Intrinsics;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Sampling;

public sealed class InverseNormalTests
{
    // Origin of all rows: mpmath 1.2.1, 40 digits, root of erfc(-z/sqrt(2))/2 = u (u the double as written); scipy 1.10.1 ndtri agrees to 1 ulp.
    [Theory]
    [InlineData(1.1102230246251565e-16, -8.209536151601387)]
    [InlineData(1e-12, -7.034483825301132)]
    [InlineData(2.866515718791939e-07, -5.0)]
    [InlineData(0.001, -3.0902323061678136)]
    [InlineData(0.0099, -2.330116397477281)]
    [InlineData(0.01, -2.326347874040841)]
    [InlineData(0.0101, -2.3226121020539177)]
    [InlineData(0.025, -1.9599639845400543)]
    [InlineData(0.3, -0.5244005127080408)]
    [InlineData(0.49, -0.025068908258711057)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.5000001, 2.506628273311648e-07)]
    [InlineData(0.75, 0.6744897501960817)]
    [InlineData(0.975, 1.9599639845400538)]
    [InlineData(0.995, 2.5758293035489004)]
    [InlineData(0.999, 3.090232306167813)]
    [InlineData(0.9999999, 5.199337582290661)]
    public void The_quantile_is_right_to_1e15(double u, double expected) =>
        Assert.Equal(expected, InverseNormal.Of(u), 1e-15 * Math.Abs(expected));

    // Origin of all rows: as above, for u = (word + 1/2) / 2^32.
    [Theory]
    [InlineData(0u, -6.3379577545537895)]
    [InlineData(1u, -6.166429517819751)]
    [InlineData(100u, -5.463062554389539)]
    [InlineData(10737418u, -2.8070337605436757)]
    [InlineData(10737419u, -2.8070337305431825)]
    [InlineData(21474836u, -2.575829303226861)]
    [InlineData(2147483647u, -2.918099372916623e-10)]
    [InlineData(2147483648u, 2.918099372916623e-10)]
    [InlineData(3000000000u, 0.5200680618488762)]
    [InlineData(4294967295u, 6.3379577545537895)]
    public void The_single_quantile_of_a_word_is_right_to_6e7(uint word, double expected) =>
        Assert.Equal(expected, InverseNormalSingle.Of(word), 6e-7 * Math.Abs(expected));

    [Fact]
    public void The_single_quantile_agrees_with_the_double_one_all_over()
    {
        var stream = new RandomStream(1, "words");
        for (var draw = 0; draw < 200_000; draw++)
        {
            // Every other word is shifted, so that the ends are looked at as closely as the middle.
            var word = stream.NextUInt32() >> (draw % 2 * stream.NextInt(32));
            var expected = InverseNormal.Of((word + 0.5) / 4294967296.0);
            Assert.Equal(expected, InverseNormalSingle.Of(word), 6e-7 * Math.Abs(expected));
        }
    }

    [Fact]
    public void The_quantile_is_exactly_odd_about_one_half()
    {
        var stream = new RandomStream(1, "odd");
        for (var draw = 0; draw < 100_000; draw++)
        {
            var u = stream.NextDouble();
            Assert.Equal(-InverseNormal.Of(u), InverseNormal.Of(1 - u));
        }
    }

    [Fact]
    public void The_quantile_never_falls_as_the_probability_rises()
    {
        // Around the two places where one formula takes over from the other, and across everything.
        foreach (var (from, step) in new[] { (0.01 - 1e-13, 1e-16), (0.99 - 1e-13, 2.220446049250313e-16), (1e-6, 4.9e-4) })
        {
            var last = InverseNormal.Of(from);
            for (var u = from + step; u < Math.Min(1, from + (2000 * step)); u += step)
            {
                var z = InverseNormal.Of(u);
                Assert.True(z >= last - (1e-15 * Math.Abs(z)), $"at {u:R}: {z:R} after {last:R}");
                last = z;
            }
        }
    }

    [Fact]
    public void The_logarithm_is_that_of_the_library_to_two_last_places()
    {
        var stream = new RandomStream(1, "log");
        for (var draw = 0; draw < 100_000; draw++)
        {
            var x = Math.ScaleB(stream.NextDouble(), -stream.NextInt(60));
            var expected = Math.Log(x);
            Assert.Equal(expected, Log(x), 2 * Math.BitIncrement(Math.Abs(expected)) - (2 * Math.Abs(expected)));
        }

        static double Log(double x) => NaturalLogarithm.Of(Vector256.Create(x)).ToScalar();
    }
}
