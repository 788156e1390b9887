using System.Globalization;
using System.Text.Json;

namespace DevicePhys.Cli.Report.Sections;

/// <summary>A record of any verb: single values as facts, lists of objects as tables, long lists of numbers in short.</summary>
internal static class PlainSection
{
    private static readonly string[] Titles = ["what", "card", "network"];
    private const int ShownNumbers = 12, MostRows = 400;

    /// <summary>The section.</summary>
    public static ReportSection Of(RunNode record)
    {
        var kind = RunSections.Kind(record);
        var title = Titles.Where(record.Has).Select(name => record[name]).FirstOrDefault(node => node.Value.ValueKind == JsonValueKind.String);
        return new(
            (title.File is null ? kind : Cell(title)) + (record.Has("bench") ? $": {Cell(record["bench"])}" : ""), kind, record.File, Facts(record), [.. Tables(record)], RunSections.Cards(record));
    }

    /// <summary>The single values of a record, those inside objects included, without those named.</summary>
    public static IReadOnlyList<(string Name, string Value)> Facts(RunNode record, params string[] without) =>
    [
        .. record.Members().Where(member => member.Name != "schema" && !without.Contains(member.Name)).SelectMany(member => member.Node.Value.ValueKind switch
        {
            JsonValueKind.Object => Facts(member.Node).Select(fact => ($"{Words(member.Name)}: {fact.Name}", fact.Value)),
            JsonValueKind.Array when member.Node.Value.EnumerateArray().All(IsSingle) => [(Words(member.Name), Short(member.Node))],
            JsonValueKind.Array or JsonValueKind.Null => [],
            _ => [(Words(member.Name), Cell(member.Node))],
        }),
    ];

    /// <summary>A single value as text.</summary>
    public static string Cell(RunNode node) => node.Value.ValueKind switch
    {
        JsonValueKind.Number => SiText.Number(node.Number()),
        JsonValueKind.String => node.Value.GetString()!,
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Null => "",
        _ => Short(node),
    };

    // Every list of objects, at any depth, is a table with a column for each of their single values.
    private static IEnumerable<ReportTable> Tables(RunNode node)
    {
        foreach (var (name, member) in node.Members())
        {
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var table in Tables(member))
                    yield return table;
            }
            else if (member.Value.ValueKind == JsonValueKind.Array && member.Value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object))
            {
                RunNode[] items = [.. node.Items(name).Where(item => item.Value.ValueKind == JsonValueKind.Object).Take(MostRows)];
                string[] columns = [.. items.SelectMany(item => item.Members().Select(m => m.Name)).Distinct()];
                yield return new(Words(name), [.. columns.Select(Words)], [.. items.Select(item => (string[])[.. columns.Select(column => item.Has(column) ? Cell(item[column]) : "")])]);
            }
        }
    }

    private static bool IsSingle(JsonElement item) => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static string Short(RunNode list)
    {
        if (list.Value.ValueKind == JsonValueKind.Object && list.Has("mean") && list.Has("ci95"))
            return $"{Cell(list["mean"])} ({string.Join(" to ", list.Items("ci95").Select(Cell))})";
        if (list.Value.ValueKind == JsonValueKind.Object)
            return string.Join(", ", Facts(list).Select(fact => $"{fact.Name} {fact.Value}"));
        RunNode[] items = [.. list.Value.EnumerateArray().Select((item, i) => new RunNode(list.File, $"{list.Path}[{i}]", item))];
        if (items.Any(item => item.Value.ValueKind == JsonValueKind.Object))
            return $"{items.Length} in the record";
        if (items.Length <= ShownNumbers || !items.All(item => item.Value.ValueKind == JsonValueKind.Number))
            return string.Join(", ", items.Take(MostRows).Select(Cell));
        double[] numbers = [.. items.Select(item => item.Number())];
        return string.Create(CultureInfo.InvariantCulture, $"{numbers.Length} numbers from {SiText.Number(numbers.Min())} to {SiText.Number(numbers.Max())}");
    }

    // "presentationsPerRun" reads "presentations per run"; capitals that stand together stay.
    private static string Words(string name)
    {
        var words = new System.Text.StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var starts = i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]);
            words.Append(starts ? " " : "").Append(starts && (i + 1 == name.Length || !char.IsUpper(name[i + 1])) ? char.ToLowerInvariant(name[i]) : name[i]);
        }

        return words.ToString();
    }
}
