using NewsSite.Web.Caching;

namespace NewsSite.Web.Articles;

/// <summary>A correction of an article, as pages, feeds and the API tell it.</summary>
/// <param name="Made">When it was made.</param>
/// <param name="Wall">The day, or day and minute, on which it was made, as chosen.</param>
/// <param name="Amended">When it was itself last changed; null for never.</param>
/// <param name="Wrong">What was wrong.</param>
/// <param name="Right">What is right.</param>
public sealed record StoryCorrection(MomentView Made, string Wall, MomentView? Amended, string Wrong, string Right)
{
    /// <summary>The last time at which readers were told something new by it.</summary>
    public MomentView Latest => Amended ?? Made;
}

/// <summary>Knows what was corrected. Implemented by a feature that comes after articles.</summary>
public interface IStoryCorrections
{
    /// <summary>The corrections of some articles, those of each the latest first; an article without any is not among the keys.</summary>
    /// <param name="articles">Their ids.</param>
    /// <param name="tags">Takes the tags of what is told, and of what is not told yet.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    ValueTask<IReadOnlyDictionary<Guid, IReadOnlyList<StoryCorrection>>> OfAsync(IReadOnlyCollection<Guid> articles, PageTags tags, CancellationToken ct);
}
