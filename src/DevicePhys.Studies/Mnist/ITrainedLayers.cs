using DevicePhys.Arrays;

namespace DevicePhys.Studies.Mnist;

/// <summary>The layers of one training run, and what they have cost so far.</summary>
internal interface ITrainedLayers
{
    /// <summary>From the input to the output.</summary>
    IReadOnlyList<IWeightMatrix> Layers { get; }

    /// <summary>Write pulses given; 0 for ideal weights.</summary>
    long Pulses { get; }

    /// <summary>Energy drawn from the pulse sources [J]; 0 for ideal weights.</summary>
    double WriteEnergy { get; }

    /// <summary>Brings what is read up to date with what was written.</summary>
    void BeforeTest();
}
