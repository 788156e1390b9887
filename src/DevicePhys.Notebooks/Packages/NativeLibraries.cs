using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace DevicePhys.Notebooks.Packages;

/// <summary>Finds the native libraries of packages for the assemblies of packages.</summary>
internal static class NativeLibraries
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase);
    private static readonly ConcurrentDictionary<AssemblyLoadContext, bool> Asked = new();
    private static int installed;

    /// <summary>Makes a library known, from now on and for the whole process.</summary>
    /// <param name="file">The file, such as libx.so.</param>
    public static void Add(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        Known[name] = file;
        Known[name.StartsWith("lib", StringComparison.Ordinal) ? name[3..] : name] = file;
        if (Interlocked.Exchange(ref installed, 1) != 0)
            return;

        // The compiler loads each package into a context of its own, which only shows itself when something is loaded into it.
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) =>
        {
            if (AssemblyLoadContext.GetLoadContext(loaded.LoadedAssembly) is { } context && context != AssemblyLoadContext.Default && Asked.TryAdd(context, true))
                context.ResolvingUnmanagedDll += (_, library) => Known.TryGetValue(Path.GetFileNameWithoutExtension(library), out var known) ? NativeLibrary.Load(known) : 0;
        };
    }

    /// <summary>Whether a file is one of them, and no assembly.</summary>
    /// <param name="file">The path within a package.</param>
    public static bool Is(string file) => file.Split('/', '\\').Contains("native");
}
