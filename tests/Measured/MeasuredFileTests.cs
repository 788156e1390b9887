using System.Globalization;
using System.IO.Compression;
using System.Text;
using DevicePhys.Errors;
using DevicePhys.Measured;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Measured;

public sealed class MeasuredFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("V (V),I (uA)\n0,0\n1,2.5\n")]
    [InlineData("V [V]\tI [uA]\n0\t0\n1\t2.5\n")]
    [InlineData("V;I/uA\n0;0\n1;2.5\n")]
    [InlineData("V  I (uA)\n0  0\n1  2.5\n")]
    [InlineData("V,I_uA\r\n0,0\r\n\r\n1,2.5\r\n")]
    [InlineData("\uFEFFV,I\nV,uA\n0,0\n1,2.5\n")]
    [InlineData("# by hand\nV,I (µA)\n0,0\n# again\n1,2.5,\n")]
    [InlineData("Keithley 2636B,SN 123\nDate,2022-01-02\nCompliance,1e-3\n\nVMeasCh1,IMeasCh1 (uA)\n0,0\n1,2.5\n")]
    [InlineData("SetupTitle, IV sweep\nTestParameter, Measurement.Points, 2\nDataName, VMeasCh1, IMeasCh1 [uA]\nDataValue, 0, 0\nDataValue, 1, 2.5\n")]
    [InlineData("---\nSet at 1.45 V\n---\nTime,BI (uA),BV,AI (uA),AV\n0,0,0,0,0\n1E-3,-2.5,0,2.5,001.0000E+0\n")]
    public void Voltage_and_current_are_found_in_the_ways_instruments_write_them(string text)
    {
        var table = MeasuredFile.Load(Saved(text));
        Assert.Equal([0, 1], table.Column(MeasuredQuantity.Voltage).Values);
        Assert.Equal([0, 2.5e-6], table.Column(MeasuredQuantity.Current).Values);
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (german.NumberFormat.NumberDecimalSeparator, german.NumberFormat.NumberGroupSeparator) = (",", ".");
        try
        {
            CultureInfo.CurrentCulture = german;
            Assert.Equal([-4.954e-6], MeasuredFile.Load(Saved("V,I\n1,-4.954E-06\n")).Column(MeasuredQuantity.Current).Values);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("conductance_S", "conductance", "S")]
    [InlineData("P1 uC_per_cm2", "P1", "C/m^2")]
    [InlineData("Leakage Current Density uA_per_cm2", "Leakage Current Density", "A/m^2")]
    [InlineData("Time s", "Time", "s")]
    [InlineData("temperature_C", "temperature", "K")]
    [InlineData("v_min", "v_min", "")]
    [InlineData("R (kOhm)", "R", "Ohm")]
    [InlineData("J (A/cm^2)", "J", "A/m^2")]
    [InlineData("Elapsed time", "Elapsed time", "")]
    public void Headings_give_names_and_units(string heading, string name, string unit)
    {
        var column = MeasuredFile.Load(Saved($"{heading},x\n1,2\n3,4\n")).Columns[0];
        Assert.Equal((name, unit), (column.Name, column.Unit));
    }

    [Fact]
    public void Without_headings_columns_are_numbered()
    {
        var table = MeasuredFile.Load(Saved("-0.84444,0.76667\n-0.93333,0.83333\n"));
        Assert.Equal(["c1", "c2"], table.Columns.Select(c => c.Name));
        Assert.Equal(2, table.Rows);
    }

    [Fact]
    public void Empty_cells_short_rows_and_overflow_marks_are_no_numbers()
    {
        var table = MeasuredFile.Load(Saved("a,b,c\n1,2,3\n,9.91E+37,OVLD\n4,nan\n"));
        Assert.Equal([1, double.NaN, 4], table["a"]);
        Assert.Equal([2, double.NaN, double.NaN], table["b"]);
        Assert.Equal([3, double.NaN, double.NaN], table["c"]);
    }

    [Fact]
    public void A_column_of_words_is_text()
    {
        var table = MeasuredFile.Load(Saved("chip,contact,v_set_V\nChip#1,CC1,-12.8\nChip#2,CC2,3\n"));
        Assert.Equal(["Chip#1", "Chip#2"], table.Columns[0].Texts);
        Assert.Equal([-12.8, 3], table["v_set"]);
    }

    [Fact]
    public void Packed_files_are_unpacked()
    {
        using (var packed = new GZipStream(File.Create(folder["p.csv.gz"]), CompressionLevel.Fastest))
            packed.Write(Encoding.UTF8.GetBytes("V,I\n1,2\n"));
        Assert.Equal([2], MeasuredFile.Load(folder["p.csv.gz"])["I"]);
    }

    [Fact]
    public void Words_below_the_table_are_kept_apart()
    {
        var table = MeasuredFile.Load(Saved("Bit,0to1\n0,5\n1,6\n\nTotal bits\n11\n"));
        Assert.Equal([5, 6], table["0to1"]);
        Assert.Equal(["Total bits", "11"], table.Trailer);
    }

    [Theory]
    [InlineData("V,I\n1,2\n3,x4\n", ":3: 'x4' in column 'I' is not a number, expected one.")]
    [InlineData("V (V);I (A)\n1;2\n3;4,5\n", ":3: '4,5' in column 'I' is not a number, expected one with a decimal point.")]
    [InlineData("V,I\n1,2\n3,4,5\n", ":3: the row has 3 cells, expected 2 as in the headings.")]
    [InlineData("V,V\n1,2\n", ":1: there are 2 columns 'V', expected every heading once.")]
    [InlineData("Did Not Set\n", ": it holds no table, expected a line of headings such as 'V (V),I (uA)' and lines of numbers.")]
    [InlineData("", ": it holds no table, expected a line of headings such as 'V (V),I (uA)' and lines of numbers.")]
    [InlineData("V,I\n1,2\0\n", ":2: it holds binary data, expected text.")]
    public void What_is_wrong_is_named_with_its_line(string text, string message)
    {
        var path = Saved(text);
        var error = Assert.Throws<DataFileException>(() => MeasuredFile.Load(path));
        Assert.Equal(path + message, error.Message.Replace(": line ", ":", StringComparison.Ordinal));
    }

    [Fact]
    public void A_quantity_that_is_not_there_is_named()
    {
        var path = Saved("a,b\n1,2\n");
        var error = Assert.Throws<DataFileException>(() => MeasuredFile.Load(path).Column(MeasuredQuantity.Voltage));
        Assert.Equal($"{path}:2: there is no column for the voltage, such as 'V (V)', expected one among the columns 'a', 'b'.", error.Message);
    }

    private string Saved(string text)
    {
        File.WriteAllText(folder["m.csv"], text);
        return folder["m.csv"];
    }
}
