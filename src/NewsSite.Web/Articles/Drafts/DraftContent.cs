using System.Text.Json;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>Everything of an article that a revision holds, as the editor and the program exchange it. Nothing is left out: what is missing is null or empty.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Headline">The headline; empty while there is none.</param>
/// <param name="Standfirst">The standfirst; null for none.</param>
/// <param name="SocialHeadline">The headline for social cards; null when the headline serves.</param>
/// <param name="SocialDescription">The description for search engines and social cards; null when the standfirst serves.</param>
/// <param name="Bylines">Slugs of the authors, in the order of the byline.</param>
/// <param name="Topics">Slugs of the topics, the main one first.</param>
/// <param name="Sources">Slugs of the sources of the article as a whole.</param>
/// <param name="LeadImage">The picture above the text; null for none.</param>
/// <param name="Comments">How comments are moderated.</param>
/// <param name="Blocks">The blocks.</param>
public sealed record DraftContent(
    ArticleKind Kind, string Headline, string? Standfirst, string? SocialHeadline, string? SocialDescription, IReadOnlyList<string> Bylines,
    IReadOnlyList<string> Topics, IReadOnlyList<string> Sources, LeadImage? LeadImage, CommentPolicy Comments, IReadOnlyList<BlockText> Blocks)
{
    /// <summary>An article before its first word.</summary>
    public static DraftContent Empty { get; } = new(ArticleKind.News, "", null, null, null, [], [], [], null, CommentPolicy.Site, []);

    /// <summary>What a revision holds; blocks of earlier shapes in their present one.</summary>
    public static DraftContent Of(Revision revision, BlockCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return new(
            revision.Kind, revision.Headline, revision.Standfirst, revision.SocialHeadline, revision.SocialDescription, revision.Bylines,
            revision.Topics, revision.Sources, revision.LeadImage, revision.Comments, Identified([.. revision.ReadBlocks(catalogue).Select(b => TextOf(b, catalogue))]));
    }

    /// <summary>This, with the topics under the slugs by which they are found now.</summary>
    public DraftContent With(TopicNames topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        return this with { Topics = topics.Now(Topics) };
    }

    /// <summary>A block in the form in which it is stored.</summary>
    public static BlockText TextOf(Block block, BlockCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(catalogue);
        return new(block.Id, JsonSerializer.Serialize(block, catalogue.Json));
    }

    // A block that nobody here understands may have come from a file without an id of its own.
    private static IReadOnlyList<BlockText> Identified(IReadOnlyList<BlockText> blocks)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        if (blocks.All(b => BlockIds.IsId(b.Id) && taken.Add(b.Id))) return blocks;
        taken.Clear();
        return [.. blocks.Select((b, i) => BlockIds.IsId(b.Id) && taken.Add(b.Id) ? b : b.Named(Enumerable.Range(i, int.MaxValue - i).Select(n => BlockIds.Make(b.Id, n)).First(taken.Add)))];
    }

    /// <summary>The revision that a save of this makes.</summary>
    /// <param name="article">The article.</param>
    /// <param name="basedOn">The revision that the writer started from; null for the first.</param>
    /// <param name="now">The instant of the save.</param>
    /// <param name="by">Who saves it.</param>
    /// <param name="reason">Why; null for no reason given.</param>
    /// <param name="tab">The window that holds exactly this; null when none does.</param>
    public Revision ToRevision(Guid article, Guid? basedOn, DateTimeOffset now, Actor by, string? reason, string? tab) => new()
    {
        Id = Guid.CreateVersion7(now),
        ArticleId = article,
        BaseId = basedOn,
        SavedAt = now,
        SavedBy = by.Name,
        SavedById = by.Id,
        Reason = reason,
        Tab = tab,
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
        Blocks = $"[{string.Join(',', Blocks.Select(b => b.Json))}]",
    };

    /// <summary>Whether both say the same.</summary>
    public bool Says(DraftContent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind == other.Kind && Headline == other.Headline && Standfirst == other.Standfirst && SocialHeadline == other.SocialHeadline
            && SocialDescription == other.SocialDescription && Bylines.SequenceEqual(other.Bylines) && Topics.SequenceEqual(other.Topics)
            && Sources.SequenceEqual(other.Sources) && LeadImage == other.LeadImage && Comments == other.Comments
            && Blocks.Count == other.Blocks.Count && Blocks.Zip(other.Blocks).All(p => p.First.Says(p.Second));
    }

    /// <summary>This, with the bytes of the other's blocks wherever both say the same: an unknown block that has been to the editor and back is untouched.</summary>
    public DraftContent KeepingBytesOf(DraftContent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var known = other.Blocks.ToLookup(b => b.Id, StringComparer.Ordinal);
        return this with { Blocks = [.. Blocks.Select(b => known[b.Id].Where(b.Says).Select(k => (BlockText?)k).FirstOrDefault() ?? b)] };
    }
}
