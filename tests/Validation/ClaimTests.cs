using System.Text.RegularExpressions;
using DevicePhys.Validation;
using Xunit;

namespace DevicePhys.Tests.Validation;

/// <summary>Every claim that is not slow, measured.</summary>
public sealed partial class ClaimTests
{
    public static TheoryData<string> Fast => [.. ValidationSet.All.Where(claim => !claim.IsSlow).Select(claim => claim.Id)];

    [Theory]
    [MemberData(nameof(Fast))]
    public void A_gate_holds(string id)
    {
        var rows = ValidationSet.Run(ValidationSet.Select([id], slow: false), new ValidationRun(null, TestContext.Current.CancellationToken));
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.False(row.Fails, $"{row.Id} {row.Claim}: {row.MeasuredText} instead of {row.ExpectedText}. {row.Note}"));
    }

    [Fact]
    public void Names_are_unique_and_look_alike()
    {
        Assert.Equal(ValidationSet.All.Count, ValidationSet.All.Select(claim => claim.Id).Distinct().Count());
        Assert.All(ValidationSet.All, claim => Assert.Matches(Name(), claim.Id));
    }

    [Fact]
    public void Every_claim_says_what_and_who()
    {
        Assert.All(ValidationSet.All, claim =>
        {
            Assert.False(string.IsNullOrWhiteSpace(claim.Claim), claim.Id);
            Assert.False(string.IsNullOrWhiteSpace(claim.Source), claim.Id);
        });
    }

    [GeneratedRegex("^[A-Z]{1,3}[0-9]{2,}$")]
    private static partial Regex Name();
}
