using System.Diagnostics.CodeAnalysis;

namespace NewsSite.Web.Media;

/// <summary>What became of a file that was given to the library: a picture, or the reason why not.</summary>
internal sealed record MediaResult
{
    private MediaResult()
    {
    }

    /// <summary>The picture; null when it was refused.</summary>
    public MediaItem? Item { get; private init; }

    /// <summary>Why it was refused and what to do, one sentence for a journalist; null when it was taken.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Whether it was taken.</summary>
    [MemberNotNullWhen(true, nameof(Item)), MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsTaken => Item is not null;

    internal static MediaResult Taken(MediaItem item) => new() { Item = item };

    internal static MediaResult Refused(string why) => new() { Refusal = why };
}
