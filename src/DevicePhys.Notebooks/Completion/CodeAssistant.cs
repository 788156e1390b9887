using DevicePhys.Notebooks.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace DevicePhys.Notebooks.Completion;

/// <summary>Completes and explains code that follows the cells of a session, as an editor does.</summary>
/// <remarks>The services see each cell as a project of its own that follows the one before it, as the compiler does. Not thread safe.</remarks>
internal sealed class CodeAssistant : IDisposable
{
    private const int Most = 300;

    private readonly AdhocWorkspace workspace = new(MefHostServices.Create(MefHostServices.DefaultAssemblies));
    private readonly Stack<ProjectId> cells = new();
    private ScriptSession session;

    private CodeAssistant(ScriptSession session) => this.session = session;

    /// <summary>An assistant that knows the cells a session has run.</summary>
    public static CodeAssistant After(ScriptSession session)
    {
        var assistant = new CodeAssistant(session);
        var run = new Stack<string>();
        for (Microsoft.CodeAnalysis.Scripting.Script? script = session.Last; script is not null; script = script.Previous)
            run.Push(script.Code);
        foreach (var code in run)
            assistant.Accept(session, code);
        return assistant;
    }

    /// <summary>Adds a cell that was run.</summary>
    public void Accept(ScriptSession after, string code)
    {
        session = after;
        cells.Push(Add(CellText.Of(code).Code).Project.Id);
    }

    /// <summary>How code may go on at a place.</summary>
    public Completions Complete(string code, int index)
    {
        var text = CellText.Of(code).Code;
        var document = Add(text);
        try
        {
            var service = CompletionService.GetService(document)!;
            var list = service.GetCompletionsAsync(document, index).GetAwaiter().GetResult();
            var typed = text[list.Span.Start..Math.Max(list.Span.Start, index)];
            // What stands in a namespace that is not imported says so in a word of its own, and would not compile.
            var words = list.ItemsList
                .Where(item => item.InlineDescription.Length == 0 && item.FilterText.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                .OrderBy(item => item.FilterText.StartsWith(typed, StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(item => item.SortText, StringComparer.OrdinalIgnoreCase)
                .Select(item => (item.DisplayText, item.Tags.FirstOrDefault()?.ToLowerInvariant() ?? "text"))
                .DistinctBy(word => word.DisplayText)
                .Take(Most);
            return new(list.Span.Start, Math.Max(list.Span.Start, index), [.. words]);
        }
        finally
        {
            Remove(document);
        }
    }

    /// <summary>What the name at a place is, with its documentation; null when there is nothing to say.</summary>
    public string? Inspect(string code, int index)
    {
        var document = Add(CellText.Of(code).Code);
        try
        {
            var service = QuickInfoService.GetService(document)!;

            // At the end of a name the reader means that name.
            var info = service.GetQuickInfoAsync(document, index).GetAwaiter().GetResult()
                ?? (index > 0 ? service.GetQuickInfoAsync(document, index - 1).GetAwaiter().GetResult() : null);
            return info is null ? null : string.Join("\n\n", info.Sections.Select(section => section.Text).Where(text => text.Length > 0));
        }
        finally
        {
            Remove(document);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => workspace.Dispose();

    private Document Add(string code)
    {
        var options = session.Options;
        var id = ProjectId.CreateNewId();
        workspace.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, $"cell{cells.Count}", $"cell{cells.Count}", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: options.Imports, metadataReferenceResolver: options.MetadataResolver, sourceReferenceResolver: options.SourceResolver),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script),
            projectReferences: cells.TryPeek(out var previous) ? [new ProjectReference(previous)] : [],
            metadataReferences: options.MetadataReferences,
            isSubmission: true));
        return workspace.AddDocument(DocumentInfo.Create(
            DocumentId.CreateNewId(id), "cell.csx", sourceCodeKind: SourceCodeKind.Script, loader: TextLoader.From(TextAndVersion.Create(SourceText.From(code), VersionStamp.Default))));
    }

    private void Remove(Document document) => workspace.TryApplyChanges(workspace.CurrentSolution.RemoveProject(document.Project.Id));
}
