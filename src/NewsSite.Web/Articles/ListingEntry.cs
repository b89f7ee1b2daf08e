using NewsSite.Core.Content;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles;

/// <summary>
/// A live article's place in a listing. Places count from 1 for the oldest without gaps, so that any page of a listing
/// is one range of an index and its length is its highest place, however large the archive.
/// </summary>
public sealed class ListingEntry
{
    /// <summary>The listing's name, from <see cref="Listing"/>.</summary>
    public required string List { get; init; }

    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>Its place, from 1 for the oldest.</summary>
    public required int Position { get; init; }

    /// <summary>When the article was published: what places are ordered by, then by id.</summary>
    public required DateTimeOffset PublishedAt { get; init; }
}

/// <summary>Names of listings.</summary>
public static class Listing
{
    /// <summary>All live articles.</summary>
    public const string News = "news";

    /// <summary>The live articles of a topic.</summary>
    public static string Topic(string slug) => $"topic:{slug}";

    /// <summary>The live articles of an author.</summary>
    public static string Author(string slug) => $"author:{slug}";

    /// <summary>The live articles of a kind.</summary>
    public static string Kind(ArticleKind kind) => $"kind:{Kebab.Of(kind)}";

    /// <summary>The tag of pages that show a listing.</summary>
    public static string Tag(string list) => $"list:{list}";

    /// <summary>The listings that an article's revision belongs to.</summary>
    public static IEnumerable<string> Of(Revision revision, TopicNames topics) =>
        [News, Kind(revision.Kind), .. topics.Now(revision.Topics).Distinct().Select(Topic), .. revision.Bylines.Distinct().Select(Author)];
}
