namespace DevicePhys.Plotting;

/// <summary>The kinds of file a picture is written as.</summary>
[Flags]
public enum PictureKinds
{
    /// <summary>Vectors, for pages and editors; needs no graphics library.</summary>
    Svg = 1,

    /// <summary>Pixels, twice as many as the picture has.</summary>
    Png = 2,

    /// <summary>One page, with the letters it uses, for papers.</summary>
    Pdf = 4,
}
