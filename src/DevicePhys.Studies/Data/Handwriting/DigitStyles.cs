namespace DevicePhys.Studies.Data.Handwriting;

/// <summary>The ways in which people write each digit, drawn for this project.</summary>
/// <remarks>Coordinates are hundredths of the height, x to the right, y downwards; see <see cref="Skeleton.Parse"/>.</remarks>
internal static class DigitStyles
{
    private static readonly Skeleton[][] Styles =
    [
        [ // 0: closed, closed with the ends crossing, open at the top, begun at the side
            Skeleton.Parse("36,2 14,14 4,48 14,86 34,98 54,84 62,48 54,14 35,3"),
            Skeleton.Parse("44,4 18,12 4,50 16,88 36,98 56,80 62,44 48,12 28,6"),
            Skeleton.Parse("30,8 10,28 4,58 16,90 38,97 58,76 62,40 50,10 38,4"),
            Skeleton.Parse("54,14 34,2 12,18 4,56 18,94 42,94 60,66 60,28 48,8 36,10"),
        ],
        [ // 1: a stroke, a stroke drawn upright, with a flag, with a flag and a foot
            Skeleton.Parse("34,0 32,50 30,100"),
            Skeleton.Parse("38,0 34,34 28,70 26,100"),
            Skeleton.Parse("44,0 32,50 18,100"),
            Skeleton.Parse("14,24 36,0* 35,50 34,100"),
            Skeleton.Parse("14,22 36,0* 35,50 36,98 / 12,98 36,97 60,98"),
        ],
        [ // 2: plain, with a loop at the foot, angular, with a wave for a foot, with a small loop
            Skeleton.Parse("6,24 20,4 44,4 56,24 42,54 6,97* 34,95 64,97"),
            Skeleton.Parse("8,22 24,3 48,8 52,32 32,64 12,92 3,84 14,72 36,86 66,96"),
            Skeleton.Parse("6,8 32,4 56,10 44,40 8,94* 34,96 62,92"),
            Skeleton.Parse("4,28 20,4 48,8 50,38 26,72 2,96* 16,84 34,88 62,96"),
            Skeleton.Parse("10,14 34,2 56,18 46,50 16,92 6,96 8,84 30,88 62,90"),
        ],
        [ // 3: with a corner, rounded with a small loop, flat top, narrow waist
            Skeleton.Parse("8,14 30,2 54,14 48,36 24,46* 52,56 60,78 38,99 4,90"),
            Skeleton.Parse("8,12 34,2 54,18 42,40 26,47 28,42 48,50 60,74 40,98 6,88"),
            Skeleton.Parse("8,4 34,5 58,4* 42,24 28,40* 54,52 58,80 34,99 4,88"),
            Skeleton.Parse("6,10 32,2 54,12 50,34 30,46* 50,52 58,72 44,94 22,98 2,84"),
        ],
        [ // 4: open, closed at a point, open and round, in one stroke, open with a crossing arm
            Skeleton.Parse("12,4 8,30 6,54* 34,53 62,50 / 48,6 46,50 44,100"),
            Skeleton.Parse("44,2 24,32 4,64* 36,63 66,60 / 46,2 45,50 44,100"),
            Skeleton.Parse("8,4 4,30 14,50 34,50 54,38 / 56,2 52,50 50,100"),
            Skeleton.Parse("10,2 6,26 12,48 34,50 54,36 58,2* 54,50 50,100"),
            Skeleton.Parse("20,0 12,30 2,58* 30,58 66,52 / 46,22 42,60 38,100"),
        ],
        [ // 5: with a separate bar, in one stroke, curved like an s, angular with a low bar
            Skeleton.Parse("14,4 12,22 10,44* 36,38 58,58 50,88 24,99 2,88 / 14,4 36,5 62,2"),
            Skeleton.Parse("60,3 38,4 16,5* 14,24 12,43* 40,38 58,60 44,94 4,92"),
            Skeleton.Parse("58,4 26,6 16,24 30,44 52,60 48,88 22,98 4,88"),
            Skeleton.Parse("18,6 14,26 12,46* 42,46 56,66 40,94 4,98 / 16,8 40,4 66,6"),
        ],
        [ // 6: a wide bow, a straight stem with a small loop, a large loop, a loop left open
            Skeleton.Parse("50,2 22,24 6,62 16,94 42,98 56,76 44,56 22,60 8,78"),
            Skeleton.Parse("42,0 18,40 6,78 26,99 52,86 50,64 28,60 10,78"),
            Skeleton.Parse("54,6 26,12 6,48 8,86 34,99 58,80 52,52 28,48 6,68"),
            Skeleton.Parse("34,0 12,34 4,72 20,98 46,94 56,72 42,58 20,66"),
        ],
        [ // 7: plain, curved, barred, with a serif, barred with a serif
            Skeleton.Parse("4,6 32,6 60,4* 42,50 24,100"),
            Skeleton.Parse("2,12 22,5 58,6* 40,40 30,100"),
            Skeleton.Parse("4,6 32,5 62,4* 42,50 24,100 / 18,52 38,51 58,50"),
            Skeleton.Parse("6,22 8,5* 34,6 60,4* 40,44 26,100"),
            Skeleton.Parse("4,20 8,6* 34,6 60,5* 38,52 30,100 / 20,54 38,53 54,50"),
        ],
        [ // 8: from the right, from the top, two rings, with a gap at the top
            Skeleton.Parse("52,14 30,2 10,18 24,42 48,62 54,86 28,99 6,84 18,60 44,40 54,16"),
            Skeleton.Parse("34,2 10,16 22,42 52,66 46,94 18,96 6,76 28,50 52,26 38,3"),
            Skeleton.Parse("34,47 12,32 16,6 40,2 54,22 34,47 10,66 12,92 40,98 58,76 36,48"),
            Skeleton.Parse("58,10 32,2 12,20 30,44 52,66 44,96 16,94 8,74 32,50 62,16"),
        ],
        [ // 9: a straight tail, a curved tail, a tail that goes on from the loop, an open loop
            Skeleton.Parse("54,16 30,2 8,22 18,46 42,42 56,14* 53,56 50,100"),
            Skeleton.Parse("52,18 28,2 6,24 20,48 46,40 56,16 56,60 42,94 12,96"),
            Skeleton.Parse("54,12 28,3 8,26 20,47 46,38 57,10* 48,52 34,100"),
            Skeleton.Parse("46,6 20,6 6,28 22,48 48,34 56,10 52,54 44,100"),
        ],
    ];

    /// <summary>The styles of one digit, 0 to 9.</summary>
    public static ReadOnlySpan<Skeleton> Of(int digit) => Styles[digit];
}
