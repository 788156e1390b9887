using System.Runtime.CompilerServices;
using DevicePhys.Arrays.Wires;
using DevicePhys.Tables;
using DevicePhys.Tests.Fitting;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Arrays.Wires;

/// <summary>scipy's sparse direct solution of all nodes as the judge.</summary>
public sealed class ScipyTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<int, int, WireSettings> Cases => new()
    {
        { 64, 64, new(1, 1) },
        { 128, 128, new(1, 1) },
        { 30, 41, new(2, 3, 50, 20, LineEnds.Both, LineEnds.Both) },
        { 45, 20, new(10, 7, 5, 0.1, LineEnds.Last, LineEnds.First) },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Currents_agree_with_a_sparse_direct_solution(int rows, int columns, WireSettings settings)
    {
        const int Inputs = 3;
        var (cells, voltages) = (WireCases.Cells(rows, columns), WireCases.Voltages(Inputs * rows));
        NpzFile.Save(folder["in.npz"],
        [
            new("g", NpyArray.Of(cells, rows, columns)), new("v", NpyArray.Of(voltages, Inputs, rows)),
            new("r", NpyArray.Of([settings.WordLineSegment, settings.BitLineSegment, settings.Driver, settings.Sense])),
            new("ends", NpyArray.Of(
            [
                settings.DrivenAt == LineEnds.Last ? 0.0 : 1, settings.DrivenAt == LineEnds.First ? 0.0 : 1,
                settings.SensedAt == LineEnds.Last ? 0.0 : 1, settings.SensedAt == LineEnds.First ? 0.0 : 1,
            ])),
        ]);
        Judge(folder["in.npz"], folder["out.npz"]);
        var judged = NpzFile.Load(folder["out.npz"])["currents"].Values<double>();
        var currents = new double[Inputs * columns];
        new WiredCrossbar(cells, rows, columns, settings).Solve(voltages, Inputs, currents);
        var scale = judged.Max(Math.Abs);
        for (var j = 0; j < judged.Length; j++)
        {
            Assert.InRange(currents[j] - judged[j], -1e-8 * scale, 1e-8 * scale);
        }
    }

    private static void Judge(string input, string output, [CallerFilePath] string here = "") =>
        Scipy.Run(Path.Combine(Path.GetDirectoryName(here)!, "nodal.py"), "wires are not compared with its sparse solver", input, output);
}
