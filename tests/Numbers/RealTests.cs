using System.Globalization;
using System.Runtime.CompilerServices;
using CsCheck;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Numbers;

public class RealTests
{
    [Fact]
    public void Every_function_of_one_number_but_sinh_and_cosh_is_the_one_of_Math_to_the_bit() =>
        AnyDouble.Gen.Sample(x =>
            AnyDouble.Same(Math.Exp(x), Real.Exp(x)) && AnyDouble.Same(Math.Log(x), Real.Log(x)) && AnyDouble.Same(Math.Sqrt(x), Real.Sqrt(x))
            && AnyDouble.Same(Math.Tanh(x), Real.Tanh(x)) && AnyDouble.Same(Math.Abs(x), Real.Abs(x)) && AnyDouble.Same(-x, -(Real)x)
            && AnyDouble.Same(x, Real.Parameter("p", x)), iter: AnyDouble.Many);

    [Fact]
    public void Every_operation_on_two_numbers_is_the_one_of_double_to_the_bit() =>
        Gen.Select(AnyDouble.Gen, AnyDouble.Gen).Sample((a, b) =>
        {
            Real x = a, y = b;
            return AnyDouble.Same(a + b, x + y) && AnyDouble.Same(a - b, x - y) && AnyDouble.Same(a * b, x * y) && AnyDouble.Same(a / b, x / y)
                && AnyDouble.Same(Math.Pow(a, b), Real.Pow(x, y));
        }, iter: AnyDouble.Many);

    [Theory]
    [InlineData(1e-300, 1)]
    [InlineData(0, 2)]
    [InlineData(-1, 2)]
    [InlineData(double.NaN, 2)]
    public void Select_takes_the_first_branch_only_above_zero(double test, double expected) => Assert.Equal(expected, Real.Select(test, 1, 2).Value);

    [Fact]
    public void A_real_is_as_large_as_a_double() => Assert.Equal(sizeof(double), Unsafe.SizeOf<Real>());

    [Fact]
    public void A_real_is_written_so_that_it_reads_back() =>
        AnyDouble.Gen.Sample(x => AnyDouble.Same(x, double.Parse(((Real)x).ToString(), CultureInfo.InvariantCulture)), iter: AnyDouble.Many);
}
