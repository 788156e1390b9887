using System.Diagnostics;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Tables;

/// <summary>numpy itself as the referee of the file format.</summary>
public sealed class NumpyTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Numpy_reads_what_we_write()
    {
        NpzFile.Save(folder["a.npz"], NpyFixtures.Arrays);
        var output = Python("""
            import sys, numpy
            z = numpy.load(sys.argv[1])
            for name in z.files: print(name, z[name].dtype.str, z[name].shape, z[name].tobytes().hex())
            """);
        var expected = NpyFixtures.Arrays.Select(member =>
            $"{member.Key} {member.Value.Code} ({string.Join(", ", member.Value.Shape)}{(member.Value.Shape.Count == 1 ? "," : "")}) "
            + Convert.ToHexStringLower(member.Value.Bytes));
        Assert.Equal(expected.Select(line => line.TrimEnd()), output.Split('\n').Select(line => line.TrimEnd()));
    }

    [Fact]
    public void Numpy_reads_a_table_and_its_metadata()
    {
        PulseTableFile.Save(TestTables.Counting, folder["a.npz"]);
        var output = Python("""
            import sys, json, numpy
            z = numpy.load(sys.argv[1])
            m = json.loads(bytes(z["meta_json"]))
            print(m["schema"], m["bins"], m["levels"], m["retentionTime"], m["potentiation"]["energy"], m["provenance"]["seed"])
            print(z["potentiation"].shape, z["conductance_range"][0, 1], z["chain_depression"].sum(axis=1).tolist())
            """);
        Assert.Equal(
            "devicephys/pulsetable/1 3 2 Infinity 3e-13 18446744073709551615\n(3, 3, 2) 3e-06 [1.0, 1.0, 1.0]",
            output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("savez")]
    [InlineData("savez_compressed")]
    public void We_read_what_numpy_writes(string function)
    {
        Python($"""
            import sys, numpy
            numpy.{function}(sys.argv[1], d=numpy.arange(6.).reshape(2, 3), f=numpy.float32([0.5]), i=numpy.int32([[-7]]), b=numpy.uint8([255]), s=numpy.float64(2.5))
            """);
        var arrays = NpzFile.Load(folder["a.npz"]);
        Assert.Equal([0, 1, 2, 3, 4, 5], arrays["d"].Values<double>());
        Assert.Equal([2, 3], arrays["d"].Shape);
        Assert.Equal([0.5f], arrays["f"].Values<float>());
        Assert.Equal([-7], arrays["i"].Values<int>());
        Assert.Equal([255], arrays["b"].Values<byte>());
        Assert.Equal([2.5], arrays["s"].Values<double>());
        Assert.Empty(arrays["s"].Shape);
    }

    [Theory]
    [InlineData("numpy.asfortranarray(numpy.ones((2, 3)))", "a: it is in Fortran order, expected C order (numpy.ascontiguousarray).")]
    [InlineData("numpy.array([1])", "a: its numbers are of type '<i8', expected '<f8', '<f4', '<i4' or '|u1'.")]
    [InlineData("numpy.array([1.], '>f8')", "a: its numbers are of type '>f8', expected '<f8', '<f4', '<i4' or '|u1'.")]
    [InlineData("numpy.array([(1, 2.)], [('x', 'i4'), ('y', 'f8')])", "a: its header is damaged, expected the type, the order and the shape.")]
    public void What_numpy_can_write_and_we_do_not_read_is_refused(string array, string message)
    {
        Python($"import sys, numpy; numpy.savez(sys.argv[1], a={array})");
        var exception = Assert.Throws<Errors.DataFileException>(() => NpzFile.Load(folder["a.npz"]));
        Assert.Equal($"{folder["a.npz"]}: {message}", exception.Message);
    }

    [Fact]
    public void A_table_that_numpy_rewrites_is_still_a_table()
    {
        PulseTableFile.Save(TestTables.Counting, folder["a.npz"]);
        Python("""
            import sys, numpy
            with numpy.load(sys.argv[1]) as z: arrays = dict(z)
            numpy.savez_compressed(sys.argv[1], **arrays)
            """);
        Assert.Equal(PulseTableFile.Hash(TestTables.Counting), PulseTableFile.Hash(PulseTableFile.Load(folder["a.npz"])));
    }

    // The first interpreter that has numpy; a developer's own python3 often has not.
    private string Python(string script)
    {
        foreach (var interpreter in (string[])["python3", "/usr/bin/python3", "python"])
        {
            if (Run(interpreter, "import numpy").ExitCode == 0)
            {
                var (exitCode, output, error) = Run(interpreter, script);
                Assert.True(exitCode == 0, error);
                return output.TrimEnd();
            }
        }

        Assert.Skip("There is no Python with numpy here.");
        return "";
    }

    private (int ExitCode, string Output, string Error) Run(string interpreter, string script)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(interpreter, ["-c", script, folder["a.npz"]])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "", "there is no such interpreter");
        }
    }
}
