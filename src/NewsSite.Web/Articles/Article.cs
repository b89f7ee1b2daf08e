using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles;

/// <summary>An article: its address, its times, and which of its revisions readers see.</summary>
public sealed partial class Article
{
    private Article() => Slug = null!; // EF Core

    /// <summary>A new article without revisions, unseen by readers.</summary>
    public Article(Guid id, string slug) => (Id, Slug) = (id, slug);

    /// <summary>Permanent id (UUIDv7); also the id of its feed entries.</summary>
    public Guid Id { get; private init; }

    /// <summary>Its name in the address <c>/news/{slug}</c>.</summary>
    public string Slug { get; private set; }

    /// <summary>Where it stands.</summary>
    public ArticleState State { get; private set; }

    /// <summary>The newest revision, seen only in the newsroom unless it is the live one too.</summary>
    public Guid? HeadId { get; private set; }

    /// <summary>The headline of the newest revision; empty while there is none.</summary>
    public string Headline { get; private set; } = "";

    /// <summary>The words by which the newsroom finds it, from the newest headline and the slug.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    /// <summary>When the newest revision was saved; null before the first.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Who saved the newest revision; null before the first.</summary>
    public string? SavedBy { get; private set; }

    /// <summary>Whether somebody chose the slug; otherwise it follows the headline until the first publication.</summary>
    public bool IsSlugChosen { get; private set; }

    /// <summary>The revision readers see; null while they see none.</summary>
    public Guid? LiveId { get; private set; }

    /// <summary>When it was published; null while it never was.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The day, or day and minute, that was chosen for it, such as "2022-09-21 06:00"; null while it was never published.</summary>
    public string? PublishedWall { get; private set; }

    /// <summary>When its words last changed in a way that readers are told of; null for never.</summary>
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>The day, or day and minute, of the update as chosen; null for never.</summary>
    public string? UpdatedWall { get; private set; }

    /// <summary>The zone of both wall times; null while it was never published.</summary>
    public string? Zone { get; private set; }

    /// <summary>The month of publication in that zone as year × 100 + month, such as 202209; null while readers cannot see it.</summary>
    public int? Month { get; private set; }

    /// <summary>Until when it takes comments, whatever its age; null for as the site says.</summary>
    public DateTimeOffset? CommentsUntil { get; private set; }

    /// <summary>The revision that the last import made; null when it never was imported. A newer head was written in the newsroom.</summary>
    public Guid? ImportedId { get; private set; }

    /// <summary>SHA-256 of the file that was last imported, in hexadecimal, with "+" and that of the draft beside it when there was one; null when it never was.</summary>
    public string? ImportedDigest { get; private set; }

    /// <summary>Rises with every change; of two changes that race, the later is refused.</summary>
    public int Version { get; private set; }

    /// <summary>Whether readers can see it.</summary>
    public bool IsLive => LiveId is not null;

    /// <summary>Puts a revision on top. Readers see nothing new until it goes live.</summary>
    public void Add(Revision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        (HeadId, Headline, SavedAt, SavedBy) = (revision.Id, revision.Headline, revision.SavedAt, revision.SavedBy);
        Words = SearchWords.Of(Headline, Slug);
        if (Work is WorkState.Approved) EndWork(); // other words than those that were approved
        Version++;
    }

    /// <summary>Gives it another address. Whoever calls this makes the redirect.</summary>
    public void MoveTo(string slug)
    {
        Slug = slug;
        Words = SearchWords.Of(Headline, Slug);
        Version++;
    }

    /// <summary>Gives it the address that somebody chose, whatever becomes of the headline. Whoever calls this makes the redirect.</summary>
    public void ChooseSlug(string slug)
    {
        IsSlugChosen = true;
        MoveTo(slug);
    }

    /// <summary>Shows a revision to readers.</summary>
    /// <param name="revision">One of its revisions.</param>
    /// <param name="published">The chosen day or minute.</param>
    /// <param name="updated">The chosen day or minute of the update; null for none.</param>
    /// <param name="zone">The zone of both.</param>
    public void GoLive(Revision revision, WallTime published, WallTime? updated, TimeZoneInfo zone)
    {
        LiveId = revision.Id;
        PublishedAt = published.InZone(zone);
        PublishedWall = published.ToString();
        UpdatedAt = updated?.InZone(zone);
        UpdatedWall = updated?.ToString();
        Zone = zone.Id;
        Month = (published.Day.Year * 100) + published.Day.Month;
        (WithdrawnFor, WithdrawnNote, WithdrawnTo) = (null, null, null);
        if (revision.Id == HeadId || revision.Id == WorkRevisionId) EndWork();
        State = ArticleState.Live;
        Version++;
    }

    /// <summary>Takes it from readers. Its address stays, and says so.</summary>
    /// <param name="reason">Why; null for what content files withdrew.</param>
    /// <param name="note">What readers are told; null for nothing beyond the reason.</param>
    /// <param name="to">The page that takes its place; null for none.</param>
    public void Withdraw(WithdrawalReason? reason, string? note, string? to)
    {
        LiveId = null;
        Month = null;
        (WithdrawnFor, WithdrawnNote, WithdrawnTo) = (reason, note, to);
        State = ArticleState.Withdrawn;
        Version++;
    }

    /// <summary>Takes it from readers to go on with. Its address says nothing, as if it had never been published.</summary>
    public void BackToDraft()
    {
        LiveId = null;
        Month = null;
        (WithdrawnFor, WithdrawnNote, WithdrawnTo) = (null, null, null);
        State = ArticleState.Draft;
        Settle();
        Version++;
    }

    /// <summary>Has it take comments until an instant, or as the site says.</summary>
    public void TakeCommentsUntil(DateTimeOffset? until)
    {
        CommentsUntil = until;
        Version++;
    }

    /// <summary>Remembers what the last import made of it.</summary>
    public void WasImported(Revision revision, string digest) => (ImportedId, ImportedDigest) = (revision.Id, digest);
}
