using DevicePhys.Plotting;

namespace DevicePhys.Tests.Cli;

/// <summary>Small records as the verbs write them.</summary>
internal static class ReportRuns
{
    public static string Fit(string path) => Write(path, """
        {"schema":"devicephys/fit/1","version":"0.1.0","model":"ExponentialSynapse","data":["ltp.csv","ltd.csv"],"converged":true,"rmse":1e-10,"normalisedRmse":0.05,
         "parameters":[{"name":"LTP.GMin","value":1.3e-9,"unit":"S","standardError":5e-11,"ci95":[1.2e-9,1.4e-9],"free":true},
                       {"name":"LTP.Curvature","value":0.4,"unit":"","standardError":null,"ci95":[null,null],"free":true},{"name":"PMax","value":3,"unit":"","standardError":0,"ci95":[3,3],"free":false}],
         "warnings":["A and B cannot be told apart."],
         "curves":[{"name":"LTP","points":4,"rmse":1e-10,"normalisedRmse":0.05,"published":0.12,"quantity":"Conductance [S]","abscissa":"Pulses","x":[0,1,2,3],"measured":[1e-9,2e-9,3e-9,4e-9],"model":[1.1e-9,2.1e-9,2.9e-9,4e-9],"halfWidth":[1e-10,1e-10,1e-10,1e-10]},
                   {"name":"LTD","points":3,"rmse":1e-10,"normalisedRmse":0.03,"published":null,"quantity":"Conductance [S]","abscissa":"Pulses","x":[0,1,2],"measured":[1e-9,2e-9,4e-9],"model":[1.1e-9,2.1e-9,3.9e-9],"halfWidth":null}],
         "chiSquared":0.01,"aic":-100,"degreesOfFreedom":3,"iterations":8}
        """);

    public static string Training(string path) => Write(path, """
        {"schema":"devicephys/mnist/1","dataset":"mnist","network":"784-10","presentations":100,"seeds":2,"ideal":{"mean":93,"ci95":[92.8,93.2],"runs":[92.9,93.1]},
         "device":{"card":"SkyrmionSynapse.Song2020","engine":"builtin","mean":89.5,"ci95":null,"runs":[89.5]},"version":"0.1.0","cardHash":"00ff","settings":{"deviceRate":0.1,"threads":2},
         "checkpoints":[50,100],"idealRuns":[{"seed":1,"curve":[90,92.9]},{"seed":2,"curve":[91,93.1]}],"deviceRuns":[{"seed":1,"curve":[85,89.5]}]}
        """);

    public static string Validation(string path) => Write(path, """
        {"schema":"devicephys/validate/1","version":"0.1.0","rows":[{"id":"V01","claim":"a number","source":"Song 2020","expected":1,"measured":2,"unit":"","tolerance":"1 %","expectedText":"1","measuredText":"2","gated":true,"verdict":"FAIL","pass":false,"section":"Networks","note":""},
         {"id":"V02","claim":"another","source":"Song 2020","expectedText":"1","measuredText":"1","verdict":"pass","section":"Networks","note":"rounded"}]}
        """);

    public static string Ablation(string path) => Write(path, """
        {"schema":"devicephys/ablate/1","card":"Vteam.PtHfTi","seeds":[1,2],"ablation":{"full":{"mean":80,"ci95":[79,81]},"none":{"mean":93,"ci95":[92,94]},
         "effects":[{"effect":"non-linearity","without":{"mean":85,"ci95":[84,86]},"gained":{"mean":5,"ci95":[4,6]},"alone":{"mean":88,"ci95":[null,null]},"lost":{"mean":5,"ci95":[null,null]}}]}}
        """);

    public static string Array(string path) => Write(path, """
        {"schema":"devicephys/array/1","rows":2,"columns":3,"inputs":1,"iterations":3,"relativeError":1e-11,"shareOfIdeal":0.9,"worstLoss":0.1,"file":null,"currents":[[1e-6,2e-6,3e-6]]}
        """);

    public static string Unknown(string path) => Write(path, $$$"""
        {"schema":"devicephys/brandnew/1","what":"a <b>","works":true,"nothing":null,"curve":[{{{string.Join(',', Enumerable.Range(0, 40))}}}],"rows":[{"name":"a <b>","value":1.5e-9},{"name":"c","deep":{"x":1}}]}
        """);

    public static string Picture(string path)
    {
        CurvePlot.Draw("loop", new("Voltage", "V", "V"), new("Current", "I", "A"), [new("a", [0, 1, 0.5], [0, 2e-6, 1e-6]), new("b", [0, 1], [1e-6, 0])]).WriteSvg(path);
        return path;
    }

    private static string Write(string path, string text)
    {
        File.WriteAllText(path, text);
        return path;
    }
}
