using System.Text.RegularExpressions;

namespace DevicePhys.Validation;

/// <summary>All claims of this project, found by themselves, and runs of them.</summary>
public static partial class ValidationSet
{
    /// <summary>Every claim, by name.</summary>
    public static IReadOnlyList<IValidation> All { get; } =
    [
        .. typeof(ValidationSet).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IValidation)))
            .Select(type => (IValidation)Activator.CreateInstance(type)!)
            .OrderBy(claim => claim.Id, StringComparer.Ordinal),
    ];

    /// <summary>The claims of some names: "V11" is a claim, "V11b" one of its rows.</summary>
    /// <param name="names">The names; none for every claim.</param>
    /// <param name="slow">Whether slow claims are taken where no name was given.</param>
    /// <param name="from">The claims to choose from; null for <see cref="All"/>.</param>
    /// <returns>The claims, by name.</returns>
    /// <exception cref="ArgumentException">There is no such claim.</exception>
    public static IReadOnlyList<IValidation> Select(IReadOnlyCollection<string> names, bool slow, IReadOnlyList<IValidation>? from = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        from ??= All;
        foreach (var name in names)
        {
            if (!from.Any(claim => IsPartOf(claim.Id, name)))
                throw new ArgumentException($"'{name}' is not a validation, expected one of {string.Join(", ", from.Select(claim => claim.Id))}.");
        }

        return [.. from.Where(claim => names.Count == 0 ? slow || !claim.IsSlow : names.Any(name => IsPartOf(claim.Id, name)))];
    }

    /// <summary>Measures claims one after the other.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <returns>The rows, in the order of the claims. A measurement that throws becomes a row that fails.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<ValidationRow> Run(IReadOnlyList<IValidation> claims, ValidationRun run)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(run);
        var rows = new List<ValidationRow>();
        for (var i = 0; i < claims.Count; i++)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var (claim, from) = (claims[i], (double)i / claims.Count);
            run.Progress?.Report(new WorkProgress($"{claim.Id} {claim.Claim}", from));
            rows.AddRange(Rows(claim, run with { Progress = run.Progress is { } whole ? new PartialProgress(whole, claim.Id, from, 1.0 / claims.Count) : null }));
        }

        return rows;
    }

    /// <summary>The rows of some names.</summary>
    /// <param name="rows">All rows of their claims.</param>
    /// <param name="names">The names, as in <see cref="Select"/>; none for every row.</param>
    public static IReadOnlyList<ValidationRow> Named(IReadOnlyList<ValidationRow> rows, IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(names);
        return names.Count == 0
            ? rows
            : [.. rows.Where(row => names.Any(name => row.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || ClaimOf(row.Id).Equals(name, StringComparison.OrdinalIgnoreCase)))];
    }

    private static List<ValidationRow> Rows(IValidation claim, ValidationRun run)
    {
        var section = claim.GetType().Namespace!.Split('.')[^1];
        try
        {
            var checks = claim.Run(run).ToList();
            return [.. checks.Select((check, place) => new ValidationRow(
                checks.Count == 1 ? claim.Id : claim.Id + Letters(place),
                section,
                check.What.Length == 0 ? claim.Claim : $"{claim.Claim}: {check.What}",
                claim.Source,
                check))];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The table shall say so instead of ending: the other rows are worth having.
            return [new ValidationRow(claim.Id, section, claim.Claim, claim.Source, null, $"{exception.GetType().Name}: {exception.Message}")];
        }
    }

    /// <summary>a to z, then aa, ab and so on: a claim about every card has more rows than the alphabet letters.</summary>
    private static string Letters(int place) => (place < 26 ? "" : Letters((place / 26) - 1)) + (char)('a' + (place % 26));

    private static bool IsPartOf(string claim, string name) =>
        name.Equals(claim, StringComparison.OrdinalIgnoreCase) || ClaimOf(name).Equals(claim, StringComparison.OrdinalIgnoreCase);

    private static string ClaimOf(string row) => RowLetter().Replace(row, "");

    [GeneratedRegex("(?<=[0-9])[A-Za-z]+$")]
    private static partial Regex RowLetter();
}
