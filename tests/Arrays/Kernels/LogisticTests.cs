using DevicePhys.Arrays.Kernels;
using Xunit;

namespace DevicePhys.Tests.Arrays.Kernels;

public sealed class LogisticTests
{
    [Fact]
    public void It_is_the_logistic_function_to_single_precision()
    {
        var numbers = Enumerable.Range(-1200, 2401).Select(i => i * 0.07f).Append(0).Append(1e-7f).ToArray();
        var values = (float[])numbers.Clone();
        Logistic.Of(values);
        for (var i = 0; i < numbers.Length; i++)
        {
            var expected = 1 / (1 + Math.Exp(-Math.Clamp((double)numbers[i], -87, 87)));
            Assert.Equal(1, values[i] / expected, 5e-7);
        }
    }
}
