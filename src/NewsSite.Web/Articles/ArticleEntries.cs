using NewsSite.Core.Blocks;
using NewsSite.Web.Media;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles;

/// <summary>A live article as a list gives it.</summary>
/// <param name="Id">Permanent id; stays when the slug changes.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Address">Its page for readers.</param>
/// <param name="Kind">What kind of article it is; show it wherever you show the article.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The sentence or two under the headline; null for none.</param>
/// <param name="Bylines">The authors, in the order of the byline.</param>
/// <param name="Topics">The topics, the main one first.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Updated">When its words last changed in a way that readers are told of; null for never.</param>
/// <param name="Corrected">When it was last corrected; null for never. The article says what was wrong.</param>
/// <param name="LeadImage">The picture above the text; null for none.</param>
/// <param name="Links">Where it is in this API.</param>
public sealed record ArticleSummary(
    Guid Id, string Slug, string Address, ArticleKind Kind, string Headline, string? Standfirst, IReadOnlyList<BylineEntry> Bylines, IReadOnlyList<TopicName> Topics,
    Moment Published, Moment? Updated, Moment? Corrected, LeadImageEntry? LeadImage, ArticleLinks Links);

/// <summary>What was wrong in an article and has been put right.</summary>
/// <param name="Made">When readers were told. The article's words may have been put right before.</param>
/// <param name="Amended">When the correction itself was last changed; null for never.</param>
/// <param name="Wrong">What was wrong.</param>
/// <param name="Right">What is right.</param>
public sealed record ArticleCorrection(Moment Made, Moment? Amended, string Wrong, string Right)
{
    internal static ArticleCorrection Of(Site site, StoryCorrection correction) => new(
        Moment.Of(site, correction.Made.Instant, correction.Wall, site.Zone.Id),
        correction.Amended is { } amended ? Moment.Of(site, amended.Instant, amended.Instant.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), site.Zone.Id) : null,
        correction.Wrong, correction.Right);
}

/// <summary>A name of a byline.</summary>
/// <param name="Slug">Slug of the author.</param>
/// <param name="Name">The name readers see.</param>
/// <param name="IsDesk">Whether it is a desk or an organisation rather than a person.</param>
public sealed record BylineEntry(string Slug, string Name, bool IsDesk);

/// <summary>A topic of an article.</summary>
/// <param name="Slug">Slug of the topic.</param>
/// <param name="Name">The name readers see.</param>
public sealed record TopicName(string Slug, string Name);

/// <summary>A chosen day or minute.</summary>
/// <param name="At">The instant, with the offset of the site's time zone.</param>
/// <param name="Wall">What the newsroom chose: a day, or a day and a time.</param>
/// <param name="Zone">The time zone of wall.</param>
public sealed record Moment(DateTimeOffset At, string Wall, string Zone)
{
    internal static Moment Of(Site site, DateTimeOffset instant, string wall, string zone) => new(site.Local(instant), wall, zone);
}

/// <summary>The picture above an article's text.</summary>
/// <param name="Media">The picture.</param>
/// <param name="Purpose">What it is there for.</param>
/// <param name="Alt">Its description; empty when it is decorative or its caption says what it shows.</param>
/// <param name="Caption">The caption; null for none.</param>
/// <param name="Credit">Whom to credit; null for nobody.</param>
public sealed record LeadImageEntry(MediaEntry Media, PicturePurpose Purpose, string Alt, string? Caption, string? Credit);

/// <summary>Where an article is in this API.</summary>
/// <param name="Self">The article with its blocks.</param>
/// <param name="Html">The same with its body as HTML.</param>
/// <param name="Markdown">The same with its body as Markdown.</param>
public sealed record ArticleLinks(string Self, string Html, string Markdown)
{
    internal static ArticleLinks Of(Site site, string slug)
    {
        var self = site.Address($"/api/v1/articles/{slug}");
        return new(self, self + "?as=html", self + "?as=markdown");
    }
}

/// <summary>A cited document.</summary>
/// <param name="Slug">Its name in the register, by which blocks cite it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who published it; null when not known.</param>
/// <param name="Kind">What it is; null when not known.</param>
/// <param name="Address">Where it can be read; null when it is not on the web.</param>
/// <param name="Published">Its date as far as it is known, as yyyy, yyyy-MM or yyyy-MM-dd; null when not known.</param>
public sealed record SourceEntry(string Slug, string Title, string? Publisher, string? Kind, string? Address, Core.Fields.PartialDate? Published)
{
    internal static SourceEntry Of(SourceCard card) => new(card.Slug, card.Title, card.Publisher, card.Kind, card.Address, card.Published);
}
