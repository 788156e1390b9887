using DevicePhys.Studies.Data;

namespace DevicePhys.Tests.Studies.Data;

/// <summary>The simplest classifier there is: the class whose mean image is nearest.</summary>
internal static class NearestMean
{
    public static double Accuracy(DigitSet digits)
    {
        var size = digits.Train.Rows * digits.Train.Columns;
        var means = new double[10][];
        for (var digit = 0; digit < 10; digit++) means[digit] = new double[size];
        var counts = new int[10];
        for (var i = 0; i < digits.Train.Count; i++)
        {
            var mean = means[digits.Train.Labels[i]];
            var image = digits.Train.Image(i);
            counts[digits.Train.Labels[i]]++;
            for (var p = 0; p < size; p++) mean[p] += image[p];
        }

        for (var digit = 0; digit < 10; digit++)
        {
            for (var p = 0; p < size; p++) means[digit][p] /= counts[digit];
        }

        var right = 0;
        for (var i = 0; i < digits.Test.Count; i++)
        {
            var image = digits.Test.Image(i).ToArray();
            var nearest = means.Index().MinBy(mean => mean.Item.Zip(image, (a, b) => (a - b) * (a - b)).Sum()).Index;
            if (nearest == digits.Test.Labels[i]) right++;
        }

        return right / (double)digits.Test.Count;
    }
}
