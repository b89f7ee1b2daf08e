using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles;

/// <summary>What an import does with an article's file.</summary>
public enum FileState
{
    /// <summary>Readers see it.</summary>
    Live,

    /// <summary>The newsroom sees it; what readers see stays as it is.</summary>
    Draft,

    /// <summary>Its address says that it was taken back.</summary>
    Withdrawn,
}

/// <summary>When something is over, such as an embargo, as a content file gives it.</summary>
/// <param name="At">The instant.</param>
/// <param name="Text">The same in the file: a minute of the site's clock, such as "2026-10-24 06:00", or UTC where that comes twice.</param>
public sealed record WrittenInstant(DateTimeOffset At, string Text);

/// <summary>An article as its content file gives it. One revision, and what is said of the article as a whole.</summary>
public sealed partial record ArticleFile
{
    /// <summary>Permanent id (UUIDv7); null when the file gives none.</summary>
    public Guid? Id { get; init; }

    /// <summary>Its slug, from the front matter or the file's name.</summary>
    public required string Slug { get; init; }

    /// <summary>What an import does with it.</summary>
    public FileState State { get; init; }

    /// <summary>The kind.</summary>
    public ArticleKind Kind { get; init; }

    /// <summary>The headline.</summary>
    public required string Headline { get; init => field = Plain.Line(value) ?? ""; }

    /// <summary>The standfirst; null for none.</summary>
    public string? Standfirst { get; init => field = Plain.Line(value); }

    /// <summary>The headline for social cards; null when the headline serves.</summary>
    public string? SocialHeadline { get; init => field = Plain.Line(value); }

    /// <summary>The description for search engines and social cards; null for none.</summary>
    public string? SocialDescription { get; init => field = Plain.Line(value); }

    /// <summary>The chosen day or minute of publication; null for a draft and for what was withdrawn before it was published.</summary>
    public WallTime? Published { get; init; }

    /// <summary>The chosen day or minute of the update; null for none.</summary>
    public WallTime? Updated { get; init; }

    /// <summary>Why it is withdrawn, and what readers meet in its place; null when it is not, or the file does not say.</summary>
    public Withdrawal? Withdrawal { get; init => field = value is null ? null : value with { Note = Plain.Line(value.Note), To = Plain.Line(value.To) }; }

    /// <summary>Of a draft, until when nothing of it reaches readers; null for no embargo.</summary>
    public WrittenInstant? Embargo { get; init; }

    /// <summary>Of a draft, its day in the calendar; null for none.</summary>
    public DateOnly? Planned { get; init; }

    /// <summary>Slugs of the authors, in the order of the byline.</summary>
    public IReadOnlyList<string> Bylines { get; init; } = [];

    /// <summary>Slugs of the topics, the main one first.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Slugs of the sources of the article as a whole.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The picture above the text; null for none.</summary>
    public LeadImage? LeadImage { get; init; }

    /// <summary>How comments are moderated.</summary>
    public CommentPolicy Comments { get; init; }

    /// <summary>Until when it takes comments, whatever its age; null for as the site says.</summary>
    public WrittenInstant? CommentsUntil { get; init; }

    /// <summary>The blocks.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The revision that this file makes of an article.</summary>
    public Revision ToRevision(Guid article, Guid? basedOn, DateTimeOffset now, string by, BlockCatalogue catalogue) => new()
    {
        Id = Guid.CreateVersion7(now),
        ArticleId = article,
        BaseId = basedOn,
        SavedAt = now,
        SavedBy = by,
        Kind = Kind,
        Headline = Headline,
        Standfirst = Standfirst,
        SocialHeadline = SocialHeadline,
        SocialDescription = SocialDescription,
        Bylines = Bylines,
        Topics = Topics,
        Sources = Sources,
        LeadImage = LeadImage,
        Comments = Comments,
        Blocks = System.Text.Json.JsonSerializer.Serialize(Blocks, catalogue.Json),
    };

    /// <summary>The file of a stored revision.</summary>
    /// <param name="article">The article.</param>
    /// <param name="revision">One of its revisions.</param>
    /// <param name="state">What the file says that readers see.</param>
    /// <param name="site">The site, whose zone the file's times are in.</param>
    /// <param name="catalogue">The known block types.</param>
    public static ArticleFile Of(Article article, Revision revision, FileState state, Site site, BlockCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(revision);
        ArgumentNullException.ThrowIfNull(site);
        return new()
        {
            Id = article.Id,
            Slug = article.Slug,
            State = state,
            Kind = revision.Kind,
            Headline = revision.Headline,
            Standfirst = revision.Standfirst,
            SocialHeadline = revision.SocialHeadline,
            SocialDescription = revision.SocialDescription,
            Published = state is FileState.Draft ? null : Wall(article.PublishedWall, article.PublishedAt),
            Updated = state is FileState.Draft ? null : Wall(article.UpdatedWall, article.UpdatedAt),
            Withdrawal = state is FileState.Withdrawn && article.WithdrawnFor is { } reason ? new(reason, article.WithdrawnNote, article.WithdrawnTo) : null,
            Embargo = state is FileState.Draft && article.EmbargoUntil is { } until ? new(until, site.WriteStart(until)) : null,
            Planned = state is FileState.Draft ? article.PlannedDay : null,
            Bylines = revision.Bylines,
            Topics = revision.Topics,
            Sources = revision.Sources,
            LeadImage = revision.LeadImage,
            Comments = revision.Comments,
            CommentsUntil = state is not FileState.Draft && article.CommentsUntil is { } end ? new(end, site.WriteEnd(end)) : null,
            Blocks = revision.ReadBlocks(catalogue),
        };

        // A wall time of another zone, from before the setting was changed, is told in the present one.
        WallTime? Wall(string? chosen, DateTimeOffset? at)
        {
            if (chosen is null || at is not { } instant || WallTime.Parse(chosen) is not { } wall) return null;
            if (article.Zone == site.Zone.Id || wall.Time is null) return wall;
            var local = site.Local(instant).DateTime;
            return new(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }
    }
}
