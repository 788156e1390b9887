using DevicePhys.Measured;
using Xunit;

namespace DevicePhys.Tests.Measured;

/// <summary>Every measured set loads.</summary>
public sealed class MeasuredSetsTests
{
    // Rows as counted in the files; a value checked by eye.
    [Theory]
    [InlineData("neurosim_ag_asi/ltp.csv", "conductance", 91, 2.92308e-9)]
    [InlineData("neurosim_ag_asi/ltd.csv", "conductance", 78, 3.15385e-9)]
    [InlineData("aihwkit_gong2018/gong_et_al.csv", "c1", 1000, -0.84444)]
    [InlineData("crosssim_pulses/set.csv", "rmp1", 192, 0.000160588)]
    [InlineData("mos2_graphene/processedTable.csv", "R5", null, 1871.63589658967)]
    [InlineData("mos2_graphene/layer_sweep.csv", "id_on", null, 2.56347656e-05)]
    [InlineData("dram_remanence/summary.csv", "flip_fraction", null, 0.499868)]
    [InlineData("knowm_sdc/47kohm/0.8V_100Hz_M1/Memristor.csv", "c1", 200, null)]
    public void Columns_have_their_rows_and_first_values(string file, string column, int? rows, double? first)
    {
        var table = MeasuredFile.Load(Find(file));
        Assert.Equal(rows ?? table.Rows, table.Rows);
        Assert.Equal(first ?? table[column][0], table[column][0]);
    }

    [Fact]
    public void Polarisation_loops_come_out_in_SI()
    {
        var files = Directory.GetFiles(Find("ferro_hzo"), "*.tsv", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var table = MeasuredFile.Load(file);
            Assert.True(table.Rows > 3, file);
            if (table.Columns.Any(c => c.Name == "P1"))
                Assert.InRange(table["P1"].Where(double.IsFinite).Max(), 1e-5, 20);
        }
    }

    [Fact]
    public void All_sweeps_of_the_copper_cells_load_whatever_the_order_of_their_columns()
    {
        string[] files = [.. Directory.GetFiles(Find("vt_cu_taox_pt"), "*.csv", SearchOption.AllDirectories).Where(f => !f.EndsWith("index.csv", StringComparison.Ordinal))];
        Assert.Equal(416, files.Length);
        foreach (var table in files.Select(MeasuredFile.Load))
        {
            Assert.Equal("AV", table.Column(MeasuredQuantity.Voltage).Name);
            Assert.Equal("AI", table.Column(MeasuredQuantity.Current).Name);
        }
    }

    [Fact]
    public void Traces_of_the_floating_gate_cells_load()
    {
        var devices = LabelledSeries.Load(Find("yflash/data_device2device_prog_erase.txt"));
        Assert.Equal(128, devices.Count);
        Assert.StartsWith("(U2,0,0),tprog=0.0002,Gprog", devices[0].Label, StringComparison.Ordinal);
        Assert.Equal(1.00925e-6, devices[0].Values[0]);
        Assert.Equal(600, LabelledSeries.Load(Find("yflash/data_cycle2cycle_001-300.txt")).Count);
    }

    [Fact]
    public void Every_table_of_every_set_loads()
    {
        foreach (var file in Directory.GetFiles(Find("dram_remanence"), "*.csv", SearchOption.AllDirectories).Concat(Directory.GetFiles(Find("knowm_sdc"), "*.csv", SearchOption.AllDirectories)))
            Assert.True(MeasuredFile.Load(file).Rows > 0, file);
    }

    private static string Find(string name)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("DEVICEPHYS_DATA") ?? "", "measured", name);
        Assert.SkipUnless(Path.Exists(path), $"needs measured/{name}: set DEVICEPHYS_DATA");
        return path;
    }
}
