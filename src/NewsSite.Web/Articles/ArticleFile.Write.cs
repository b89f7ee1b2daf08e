using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Web.Articles;

public sealed partial record ArticleFile
{
    /// <summary>The file's text in canonical form: the same article is always the same bytes.</summary>
    /// <param name="fileName">The slug that the file is named after; the front matter repeats the slug only where it differs.</param>
    /// <param name="catalogue">The known block types.</param>
    public string Write(string fileName, BlockCatalogue catalogue)
    {
        var yaml = new YamlText()
            .Add("id", Id?.ToString())
            .Add("slug", Slug == fileName ? null : Slug)
            .Add("state", State is FileState.Live ? null : Kebab.Of(State))
            .Map("withdrawn", Withdrawal is null ? null : y => y
                .Add("reason", Kebab.Of(Withdrawal.Reason))
                .Add("note", Withdrawal.Note)
                .Add("to", Withdrawal.To))
            .Add("embargo", Embargo?.Text)
            .Add("planned", Planned)
            .Add("kind", Kebab.Of(Kind))
            .Add("headline", Headline)
            .Add("standfirst", Standfirst)
            .Map("social", y => y.Add("headline", SocialHeadline).Add("description", SocialDescription))
            .Add("published", Published?.ToString())
            .Add("updated", Updated?.ToString())
            .Add("bylines", Bylines)
            .Add("topics", Topics)
            .Map("lead-image", LeadImage is null ? null : y => y
                .Add("media", LeadImage.Media)
                .Add("purpose", LeadImage.Purpose is { } purpose ? Kebab.Of(purpose) : null)
                .Add("alt", Plain.Line(LeadImage.Alt))
                .Add("caption", Plain.Line(LeadImage.Caption))
                .Add("credit", Plain.Line(LeadImage.Credit)))
            .Add("sources", Sources)
            .Add("comments", Comments is CommentPolicy.Site ? null : Kebab.Of(Comments))
            .Add("comments-until", CommentsUntil?.Text);
        // Only a block that nobody here understands can hold other line ends; reading a file makes them LF too.
        var body = ArticleText.Write(Blocks, Slug, catalogue).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return $"---\n{yaml}---\n{(body.Length > 0 ? "\n" : "")}{body}";
    }
}
