using CsCheck;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Numbers;

public class SmoothStepTests
{
    [Fact]
    public void A_step_is_exact_outside_its_band() =>
        Gen.OneOf(Gen.Double[-1e9, -0.01], Gen.Double[0.01, 1e9]).Sample(u => Smooth.Step<Real>(u, 0.02).Value == (u > 0 ? 1 : 0), iter: AnyDouble.Many);

    [Theory]
    [InlineData(0.02)]
    [InlineData(1)]
    [InlineData(1e-9)]
    public void A_step_has_no_jump_and_no_corner_at_the_joints(double width)
    {
        foreach (var (joint, value) in new[] { (-width / 2, 0.0), (width / 2, 1.0) })
        {
            foreach (var u in new[] { joint, joint - (1e-9 * width), joint + (1e-9 * width) })
            {
                var step = Smooth.Step(Dual.Variable(u, 0), width);
                Assert.Equal(value, step.Value, 1e-15);
                Assert.Equal(0, step.Slope(0) * width, 1e-8);
            }
        }
    }

    [Fact]
    public void A_step_is_symmetric_about_its_middle() =>
        Gen.Double[-1, 1].Sample(u => Math.Abs(Smooth.Step<Real>(u, 1).Value + Smooth.Step<Real>(-u, 1).Value - 1) < 1e-15, iter: AnyDouble.Many);

    [Fact]
    public void A_step_without_width_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Smooth.Step<Real>(1, 0));
}
