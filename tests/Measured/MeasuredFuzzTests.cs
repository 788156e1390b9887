using System.Text;
using DevicePhys.Errors;
using DevicePhys.Measured;
using DevicePhys.Sampling;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Measured;

/// <summary>Damaged files end in a table or a named error. DEVICEPHYS_FUZZ sets the number of mutations (10,000 in a full run).</summary>
public sealed class MeasuredFuzzTests : IDisposable
{
    private static readonly string[] Seeds =
    [
        "Keithley 2636B,SN 123\n\nV (V),I (uA)\n0,0\n0.5,1.25\n1,2.5\n1.5,OVLD\n",
        "---\nSet success\n---\nTime,BI,BV,AI,AV\n43.5E-3,-588.7E-12,0,-1.3E-9,0\n87.9E-3,-543E-12,0,-1.4E-9,50E-3\n",
        "DataName, V, I\nDataValue, 0, 1\nDataValue, 1, 2\n",
        "(U2,0,0),tprog=0.0002,Gprog, 1e-6, 9e-7, 8e-7\n(U2,0,0),terase=0.0001,Gerase, 1e-9, 2e-9\n",
        "Time s\tVplus V\tI1 A\tP1 uC_per_cm2\n0\t0\t1e-6\t3\n1e-3\t1\t2e-6\t4\n",
    ];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Damage_gives_a_table_or_a_sentence_that_names_the_file()
    {
        var mutations = int.TryParse(Environment.GetEnvironmentVariable("DEVICEPHYS_FUZZ"), out var asked) ? asked : 500;
        var path = folder["fuzz.csv"];
        var refused = 0;
        for (var mutation = 0; mutation < mutations; mutation++)
        {
            File.WriteAllBytes(path, Damaged(Encoding.UTF8.GetBytes(Seeds[mutation % Seeds.Length]), new RandomStream(11, "csv", (ulong)mutation)));
            foreach (Action load in (Action[])[() => MeasuredFile.Load(path), () => LabelledSeries.Load(path)])
            {
                try
                {
                    load();
                }
                catch (DataFileException exception)
                {
                    refused++;
                    Assert.StartsWith(path, exception.Message, StringComparison.Ordinal);
                    Assert.DoesNotContain('\n', exception.Message);
                }
            }
        }

        Assert.InRange(refused, 1, (2 * mutations) - 1);
    }

    private static byte[] Damaged(byte[] bytes, RandomStream random)
    {
        var list = bytes.ToList();
        for (var change = 0; change <= random.NextInt(6); change++)
        {
            var at = random.NextInt(list.Count);
            switch (random.NextInt(5))
            {
                case 0: list[at] = (byte)random.NextInt(256); break;
                case 1: list.RemoveAt(at); break;
                case 2: list.Insert(at, (byte)",;\t\n\"-e.#"[random.NextInt(9)]); break;
                case 3: list.RemoveRange(at, Math.Min(list.Count - at, 1 + random.NextInt(20))); break;
                default: list.InsertRange(at, list.GetRange(at, Math.Min(list.Count - at, 30))); break;
            }

            if (list.Count == 0)
                list.Add((byte)'\n');
        }

        return [.. list];
    }
}
