using DevicePhys.Errors;
using DevicePhys.Notebooks.Display;
using DevicePhys.Notebooks.Packages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace DevicePhys.Notebooks.Scripting;

/// <summary>Runs cells of C# one after the other; each sees what the earlier ones declared.</summary>
/// <remarks>
/// What a cell declared stays when it throws later on; an interrupted cell leaves nothing. <c>#r "nuget: NAME, VERSION"</c>, <c>#r "FILE.dll"</c> and
/// <c>#load "FILE.csx"</c> work, paths from the folder of the notebook; packages named DevicePhys are those of this host, whatever the version. One
/// cell at a time.
/// </remarks>
public sealed class ScriptSession : IDisposable
{
    private static readonly string[] Imports =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks", typeof(CellFunctions).FullName!];

    private readonly InteractiveAssemblyLoader loader = new();
    private readonly PackageFolder packages;
    private ScriptOptions options;
    private Script<object>? last;
    private ScriptState<object>? state;

    /// <summary>Starts a session.</summary>
    /// <param name="folder">The folder that relative paths in <c>#r</c> and <c>#load</c> begin at.</param>
    /// <param name="packageCache">Where lists of resolved packages are kept; null for the user's cache.</param>
    public ScriptSession(string folder, string? packageCache = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        folder = Path.GetFullPath(folder);
        packages = new PackageFolder(packageCache);
        CellConsole.Install();
        options = ScriptOptions.Default
            .WithReferences(HostAssemblies.References)
            .WithImports(Imports)
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithEmitDebugInformation(true)
            .WithFileEncoding(System.Text.Encoding.UTF8)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder));
    }

    /// <summary>What the next cell would be compiled after; null before the first one.</summary>
    internal Script<object>? Last => last;

    /// <summary>The options the next cell would be compiled with.</summary>
    internal ScriptOptions Options => options;

    /// <summary>Runs a cell and waits for it.</summary>
    /// <param name="code">Its text.</param>
    /// <param name="name">What messages call it, such as "cell 3".</param>
    /// <param name="sink">Takes what it prints and displays.</param>
    /// <param name="interrupt">Ends it, wherever it is.</param>
    /// <returns>How it ended; nothing a cell does is thrown.</returns>
    public CellRun Run(string code, string name, ICellSink sink, CancellationToken interrupt = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(sink);
        var text = CellText.Of(code);
        if (text.Language is { } language)
            return new(null, new("UnknownLanguage", $"the cell is in '{language}', expected C#", [$"{name}: the cell is in '{language}', expected C#."]));
        try
        {
            Use(packages.Resolve(text.Packages, text.Sources, interrupt));
            var script = Continue(text.Code, name);
            var errors = script.Compile(interrupt);
            return errors.Any(d => d.Severity == DiagnosticSeverity.Error) ? new(null, CellErrors.Of(errors, text.Code)) : Run(script, sink, interrupt);
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            return new(null, CellError.Interrupted(name));
        }
        catch (CompilationErrorException exception)
        {
            return new(null, CellErrors.Of(exception.Diagnostics, text.Code));
        }
        catch (DataFileException exception)
        {
            return new(null, new("PackageError", exception.Message, [exception.Message]));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => loader.Dispose();

    /// <summary>A cell as it would be compiled now.</summary>
    internal Script<object> Continue(string code, string name)
    {
        var here = options.WithFilePath(name);
        return last is null ? CSharpScript.Create<object>(code, here, assemblyLoader: loader) : last.ContinueWith<object>(code, here);
    }

    private CellRun Run(Script<object> script, ICellSink sink, CancellationToken interrupt)
    {
        var (value, failure) = CellThread.Run(
            async () =>
            {
                CellContext.Sink = sink;
                var next = state is null
                    ? await script.RunAsync(globals: null, catchException: _ => !interrupt.IsCancellationRequested, interrupt)
                    : await script.RunFromAsync(state, catchException: _ => !interrupt.IsCancellationRequested, interrupt);
                (state, last) = (next, script);

                // In the cell's own thread, as the value may be a sequence that computes.
                return (next.Exception is null && next.ReturnValue is { } result ? Formatter.Bundle(result) : null, next.Exception);
            },
            interrupt);
        return new(value, failure is null ? null : CellErrors.Of(failure));
    }

    private void Use(IReadOnlyList<string> files)
    {
        foreach (var library in files.Where(NativeLibraries.Is))
            NativeLibraries.Add(library);
        foreach (var file in files.Where(file => !NativeLibraries.Is(file) && !HostAssemblies.Has(Path.GetFileNameWithoutExtension(file))))
        {
            var reference = MetadataReference.CreateFromFile(file);
            if (options.MetadataReferences.OfType<PortableExecutableReference>().Any(known => known.FilePath == file))
                continue;
            options = options.AddReferences(reference);
            if (AssemblyIdentity.TryParseDisplayName(System.Reflection.AssemblyName.GetAssemblyName(file).FullName, out var identity))
                loader.RegisterDependency(identity, file);
        }
    }
}
