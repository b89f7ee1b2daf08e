using NewsSite.Core.Blocks;

namespace NewsSite.Web.Media;

/// <summary>What people say of a picture; the rest, its bytes say.</summary>
public sealed record MediaDetails
{
    /// <summary>Nothing said.</summary>
    public static MediaDetails None { get; } = new();

    /// <summary>Whom readers see credited; null for nobody.</summary>
    public string? Credit { get; init; }

    /// <summary>Whose it is and who may be asked for it; null when not known.</summary>
    public string? RightsHolder { get; init; }

    /// <summary>The last day, in the site's zone, on which it may be shown; null for no end. Never told to readers.</summary>
    public DateOnly? RightsUntil { get; init; }

    /// <summary>What it shows, for finding it: not the description that readers hear, which each story gives; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>What every crop keeps in view.</summary>
    public FocalPoint Focus { get; init; } = FocalPoint.Centre;
}
