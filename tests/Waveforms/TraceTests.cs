using System.Globalization;
using DevicePhys.Traces;
using Xunit;

namespace DevicePhys.Tests.Waveforms;

public sealed class TraceTests
{
    [Fact]
    public void Rows_come_back_by_column()
    {
        var trace = new Trace(new("time", "s"), new("v(out)", "V"));
        for (var i = 0; i < 1000; i++)
            trace.Append(i, 2 * i);
        Assert.Equal(1000, trace.Count);
        Assert.Equal(1998, trace["v(out)"][999]);
        Assert.Contains("v(out)", Assert.Throws<ArgumentException>(() => trace["x"].Length).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => trace.Append(1));
        Assert.Throws<ArgumentException>(() => new Trace(new("a", ""), new("a", "V")));
    }

    [Fact]
    public void A_file_has_units_in_its_heading_and_numbers_that_read_back_to_the_bit()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        try
        {
            var trace = new Trace(new("time", "s"), new("x", ""), new("a,b", "A"));
            trace.Append(1.0 / 3, double.Epsilon, -0.1);
            trace.WriteCsv(path);
            var lines = File.ReadAllLines(path);
            Assert.Equal("time [s],x,\"a,b [A]\"", lines[0]);
            Assert.Equal([1.0 / 3, double.Epsilon, -0.1], lines[1].Split(',').Select(t => double.Parse(t, CultureInfo.InvariantCulture)));
            Assert.False(File.Exists(path + ".part"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_cleared_trace_takes_as_many_rows_without_allocation()
    {
        var trace = new Trace(new("time", "s"), new("x", ""));
        void Fill()
        {
            trace.Clear();
            for (var i = 0; i < 500; i++)
                trace.Append(i, i);
        }

        Fill();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Fill();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
