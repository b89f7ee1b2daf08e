namespace NewsSite.Web.Media;

/// <summary>
/// Something that shows a picture. A story that shows it neither live nor in its newest revision has scheduled one that does. The rows of stories are kept by whatever keeps stories; those of promotions by the database itself.
/// The picture need not be in the library: a draft may name one that is gone.
/// </summary>
public sealed class MediaUse
{
    /// <summary>What shows it: <c>articles/</c> and an id, or <c>promotions/</c> and a slug.</summary>
    public required string User { get; init; }

    /// <summary>The picture's file.</summary>
    public required string File { get; init; }

    /// <summary>The article's id; null for what is no article.</summary>
    public Guid? ArticleId { get; init; }

    /// <summary>Whether the revision that readers see shows it.</summary>
    public bool InLive { get; set; }

    /// <summary>Whether the newest revision shows it.</summary>
    public bool InHead { get; set; }

    /// <summary>Whether it stands above the text.</summary>
    public bool AsLead { get; set; }

    /// <summary>Whether a block shows it.</summary>
    public bool InBlocks { get; set; }

    /// <summary>The user that an article is.</summary>
    public static string OfArticle(Guid id) => $"articles/{id:D}";

    /// <summary>The user that a promotion is.</summary>
    public static string OfPromotion(string slug) => $"promotions/{slug}";
}

/// <summary>A word by which a picture is found. The database makes these rows of <see cref="MediaItem.Words"/>; nobody else writes them.</summary>
public sealed class MediaWord
{
    /// <summary>The picture's id.</summary>
    public required Guid MediaId { get; init; }

    /// <summary>The word, one of <see cref="Data.SearchWords"/>.</summary>
    public required string Word { get; init; }
}
