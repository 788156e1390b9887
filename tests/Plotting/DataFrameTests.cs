using System.Globalization;
using DevicePhys.Measured;
using DevicePhys.Plotting;
using DevicePhys.Tests.Studies.Data;
using DevicePhys.Traces;
using Microsoft.Data.Analysis;
using Xunit;

namespace DevicePhys.Tests.Plotting;

public sealed class DataFrameTests
{
    [Fact]
    public void A_trace_goes_to_a_data_frame_and_back_bit_by_bit()
    {
        var trace = new Trace(new TraceColumn("time", "s"), new TraceColumn("v(a b)", "V"), new TraceColumn("x", ""));
        trace.Append(1e-9, -4.954e-6, double.NaN);
        trace.Append(0.1 + 0.2, double.Epsilon, 1);
        var frame = trace.ToDataFrame();
        Assert.Equal(["time [s]", "v(a b) [V]", "x"], frame.Columns.Select(column => column.Name));
        Assert.All(frame.Columns, column => Assert.Equal(typeof(double), column.DataType));
        var back = frame.ToTrace();
        Assert.Equal(trace.Columns, back.Columns);
        Assert.All(trace.Columns, column => Assert.Equal(trace[column.Name].ToArray(), back[column.Name].ToArray()));
    }

    [Fact]
    public void A_measurement_goes_to_a_data_frame_and_back_with_its_texts_and_gaps()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "iv.csv");
        File.WriteAllText(path, "device,V (mV),I (uA)\na,100,-4.954\nb,200,\n");
        var frame = MeasuredFile.Load(path).ToDataFrame();
        Assert.Equal(["device", "V [V]", "I [A]"], frame.Columns.Select(column => column.Name));
        Assert.Equal(["a", "b"], ((StringDataFrameColumn)frame["device"]).Select(word => word));
        Assert.Equal([-4.954 / 1e6, double.NaN], frame["I [A]"].Values());
        var back = frame.ToMeasuredTable("again");
        Assert.Equal([0.1, 0.2], back.Column(MeasuredQuantity.Voltage).Values);
        Assert.Equal("A", back.Column(MeasuredQuantity.Current).Unit);
        Assert.Equal(["a", "b"], back.Columns[0].Texts);
    }

    [Fact]
    public void Numbers_of_other_types_are_taken_whatever_the_culture_and_missing_ones_are_NaN()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NumberGroupSeparator) = (",", ".");
            CultureInfo.CurrentCulture = comma;
            var frame = new DataFrame(new Int32DataFrameColumn("n", [1, 2]), new SingleDataFrameColumn("g [S]", [0.5f, 1.5f]), new DoubleDataFrameColumn("x", new double?[] { null, 2 }));
            var trace = frame.ToTrace();
            Assert.Equal([1, 2], trace["n"].ToArray());
            Assert.Equal([0.5, 1.5], trace["g"].ToArray());
            Assert.Equal([double.NaN, 2], trace["x"].ToArray());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_column_of_something_else_is_refused_by_name()
    {
        var frame = new DataFrame(new StringDataFrameColumn("device", ["a"]));
        Assert.StartsWith("Column 'device' holds String, expected numbers.", Assert.Throws<ArgumentException>(() => frame.ToTrace()).Message, StringComparison.Ordinal);
    }
}
