using System.Runtime.CompilerServices;
using DevicePhys.Tables;
using DevicePhys.Tests.Fitting;
using DevicePhys.Tests.Tables;

namespace DevicePhys.Tests.Variability;

/// <summary>Hands arrays to scipy and takes its answer.</summary>
internal static class ScipyJudge
{
    public static IReadOnlyDictionary<string, NpyArray> Ask(string task, params (string Name, double[] Values)[] arrays)
    {
        using var folder = new TestFolder();
        NpzFile.Save(folder["in.npz"], [.. arrays.Select(array => KeyValuePair.Create(array.Name, NpyArray.Of(array.Values)))]);
        Scipy.Run(Script(), $"the judgement of '{task}'", task, folder["in.npz"], folder["out.npz"]);
        return NpzFile.Load(folder["out.npz"]);
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "scipy_variability.py");
}
