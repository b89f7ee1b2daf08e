using NewsSite.Web.Caching;

namespace NewsSite.Web.Themes;

/// <summary>Names of the places around a page's own matter that other features fill.</summary>
public static class SlotName
{
    /// <summary>Under the home page's articles.</summary>
    public const string Home = "home";

    /// <summary>Beside an article or a listing.</summary>
    public const string Rail = "rail";

    /// <summary>Across the page, after an article.</summary>
    public const string Banner = "banner";

    /// <summary>At the end of an article's text: corrections.</summary>
    public const string ArticleNotes = "article-notes";

    /// <summary>Under an article: its discussion.</summary>
    public const string ArticleDiscussion = "article-discussion";
}

/// <summary>Fills slots: promotions, vacancies, corrections, comments.</summary>
public interface ISlotFiller
{
    /// <summary>The parts for a slot, none when this feature has nothing for it.</summary>
    /// <param name="slot">One of <see cref="SlotName"/>.</param>
    /// <param name="article">The article's id; null on other pages.</param>
    /// <param name="tags">Takes the tags of what is shown, and the instant at which it changes by itself.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    ValueTask<IReadOnlyList<SlotPart>> FillAsync(string slot, Guid? article, PageTags tags, CancellationToken ct);
}

/// <summary>Something in a slot.</summary>
/// <param name="Order">Its place in the slot, least first.</param>
/// <param name="Partial">Name of the partial that draws it; a theme may override it.</param>
/// <param name="Model">What the partial is given.</param>
public sealed record SlotPart(int Order, string Partial, object Model);

/// <summary>Asks every feature for its part of a slot.</summary>
public sealed class Slots(IEnumerable<ISlotFiller> fillers)
{
    /// <summary>The parts of a slot in their order.</summary>
    public async ValueTask<IReadOnlyList<SlotPart>> FillAsync(string slot, Guid? article, PageTags tags, CancellationToken ct)
    {
        var parts = new List<SlotPart>();
        foreach (var filler in fillers) parts.AddRange(await filler.FillAsync(slot, article, tags, ct));
        return [.. parts.OrderBy(p => p.Order)];
    }
}
