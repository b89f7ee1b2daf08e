namespace NewsSite.Web.Articles.Workflow;

/// <summary>Tells which mails to readers follow from what happens to a story. Implemented by a feature that comes after articles.</summary>
public interface IPublicationMail
{
    /// <summary>Sentences such as “The bulletin of 5 May carries it, to 120 readers.”</summary>
    /// <param name="article">The article.</param>
    /// <param name="topics">Present slugs of its newest topics.</param>
    /// <param name="people">Slugs of those who speak in its newest words.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    Task<IReadOnlyList<string>> WordsAsync(Article article, IReadOnlyList<string> topics, IReadOnlyList<string> people, CancellationToken ct);
}
