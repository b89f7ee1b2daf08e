using System.Globalization;

namespace NewsSite.Core.Blocks;

/// <summary>The part of a picture that every crop keeps in view.</summary>
/// <param name="X">Percent of the width, from the left, 0 to 100.</param>
/// <param name="Y">Percent of the height, from the top, 0 to 100.</param>
public readonly record struct FocalPoint(int X, int Y)
{
    private const int Step = 5;

    /// <summary>Where nobody has chosen.</summary>
    public static FocalPoint Centre { get; } = new(50, 50);

    /// <summary>Whether it is on the picture.</summary>
    public bool IsOnPicture => X is >= 0 and <= 100 && Y is >= 0 and <= 100;

    /// <summary>
    /// Classes for a cropped <c>img</c>, such as <c>fx-30 fy-45</c>, to the nearest five percent; null for the centre. The theme's style sheet gives each a place,
    /// because readers' pages may hold no styles of their own.
    /// </summary>
    public string? Classes => Nearest == Centre ? null : string.Create(CultureInfo.InvariantCulture, $"fx-{Nearest.X} fy-{Nearest.Y}");

    /// <summary>Reads “30 45”; null for anything else.</summary>
    public static FocalPoint? Parse(string? text)
    {
        if (text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var left, var top]) return null;
        if (!int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var x) || !int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out var y)) return null;
        return new FocalPoint(x, y) is { IsOnPicture: true } point ? point : null;
    }

    /// <summary>“30 45”.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X} {Y}");

    private FocalPoint Nearest => new((X + (Step / 2)) / Step * Step, (Y + (Step / 2)) / Step * Step);
}
