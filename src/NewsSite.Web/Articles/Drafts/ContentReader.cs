using System.Text.Json;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles.Checks;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>Reads content that an editor sends, strictly: what is not understood is refused, never dropped.</summary>
internal sealed class ContentReader(BlockCatalogue catalogue)
{
    private static readonly string[] Fields =
        ["kind", "headline", "standfirst", "socialHeadline", "socialDescription", "bylines", "topics", "sources", "leadImage", "comments", "blocks"];

    private static readonly string[] LeadImageFields = ["media", "purpose", "alt", "caption", "credit"];

    /// <summary>Reads it.</summary>
    /// <param name="json">The value of <c>content</c>.</param>
    /// <returns>The content in its normal form, and what is wrong with it; with faults the content is not used.</returns>
    public (DraftContent Content, IReadOnlyList<StoryIssue> Faults) Read(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object) return (DraftContent.Empty, [JsonFields.Fault(null, "content", "“content” is missing, or is no object.")]);
        var fields = new JsonFields(json, Fields, null, "");
        var content = new DraftContent(
            fields.Choice<ArticleKind>("kind"),
            fields.Line("headline") ?? "",
            fields.Line("standfirst"),
            fields.Line("socialHeadline"),
            fields.Line("socialDescription"),
            Slugs(fields, "bylines", "author"),
            Slugs(fields, "topics", "topic"),
            Slugs(fields, "sources", "source"),
            LeadImageOf(fields),
            fields.Choice<CommentPolicy>("comments"),
            BlockReader.Read(fields.List("blocks"), catalogue, fields.Faults));
        return (content, fields.Faults);
    }

    private static IReadOnlyList<string> Slugs(JsonFields fields, string name, string what)
    {
        var slugs = fields.Texts(name);
        if (slugs.Distinct(StringComparer.Ordinal).Count() < slugs.Count) fields.Add(name, $"“{name}” names the same {what} twice.");
        return slugs;
    }

    private static LeadImage? LeadImageOf(JsonFields fields)
    {
        if (fields.Object("leadImage") is not { } json) return null;
        var image = new JsonFields(json, LeadImageFields, null, "leadImage.", fields.Faults);
        var lead = new LeadImage(image.Line("media") ?? "", image.ChoiceOrNull<PicturePurpose>("purpose"), image.Line("alt"), image.Line("caption"), image.Line("credit"));
        if (lead.Media.Length == 0) image.Add("media", "The lead picture names no picture.");
        return lead;
    }
}
