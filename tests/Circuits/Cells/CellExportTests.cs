using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Export;
using DevicePhys.Devices;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits.Cells;

/// <summary>Cells, exported, run in ngspice and compared with the builtin engine.</summary>
/// <remarks>
/// The trapezoidal rule of ngspice at the steps taken here is right to a few 1e-4 of span at the edges, where the builtin engine (fourth order,
/// tolerance 1e-7) is right to 1e-6, so 1e-3 is asked where a transistor or a junction holds charge. The 1T-1C cell is not here: ngspice gives up on its deck
/// ("timestep too small") once word line or sense amplifier switch, after an agreement of 1e-4.
/// The slow claim C01 has the other cells.
/// </remarks>
public sealed class CellExportTests
{
    [Theory]
    [InlineData("2T", 1e-3)]
    [InlineData("FeRAM", 1e-4)]
    public void A_bit_cell_runs_in_ngspice_as_on_the_builtin_engine(string name, double limit)
    {
        Assert.SkipWhen(Ngspice.Version is null, "there is no ngspice here");
        var cell = BitCells.Get(name);
        var circuit = cell.Build(CellOperation.Write1);
        var agreement = WaveformAgreement.WithNgspice(
            circuit.Netlist, circuit.Stop, cell.Cycle / 300, TransientOptions.AtTolerance(1e-7), null, 1e-3, circuit.Signals);
        Assert.True(agreement.Deviation <= limit, agreement.ToString());
    }

    [Theory]
    [InlineData("1R", 1e-4)]
    [InlineData("1T1R", 1e-3)]
    [InlineData("1S1R", 1e-4)]
    public void A_resistive_cell_runs_in_ngspice_as_on_the_builtin_engine(string name, double limit)
    {
        Assert.SkipWhen(Ngspice.Version is null, "there is no ngspice here");
        var cell = ResistiveCell.Of(name, DeviceCatalog.Default.Card("Vteam.PtHfTi"));
        var drive = new PiecewiseLinear([0, 10e-9, 20e-9, 60e-9, 70e-9, 90e-9, 100e-9, 140e-9, 150e-9], [0, 0, 1.5, 1.5, 0, 0, -1.5, -1.5, 0]);
        string[] signals = ["v(line)", "XCell.x", .. cell.Below == "0" ? (string[])[] : ["v(mid)"]];
        var agreement = WaveformAgreement.WithNgspice(cell.Build(drive), 160e-9, 0.05e-9, TransientOptions.AtTolerance(1e-7), null, 1e-3, signals);
        Assert.True(agreement.Deviation <= limit, agreement.ToString());
    }
}
