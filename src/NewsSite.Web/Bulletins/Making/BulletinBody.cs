using System.Globalization;
using System.Text;
using NewsSite.Web.Articles;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Bulletins.Making;

/// <summary>A mail before it is anybody's: <see cref="Stop"/> and <see cref="Yours"/> stand where each reader's links go.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Html">As HTML, under 100 KB.</param>
/// <param name="Text">As plain text.</param>
internal sealed record BulletinBody(string Subject, string Html, string Text)
{
    public const string Stop = "{{stop}}", Yours = "{{yours}}";
}

/// <summary>Writes mails: HTML that old mail programs read too, tables and inline styles, without pictures, scripts or anything that tells who opened it; and the same as text.</summary>
internal sealed class BulletinWriter(Site site, TopicList topics)
{
    /// <summary>Bytes of the HTML at most; mail programs cut longer ones off at about 102 KB.</summary>
    public const int MostBytes = 95_000;

    private static readonly int[] Lengths = [int.MaxValue, 100, 50, 20];

    /// <summary>Writes what a reader with this selection gets. There must be something.</summary>
    /// <param name="content">The edition.</param>
    /// <param name="selection">The reader's part of it.</param>
    /// <param name="names">Of an alert, names of what it answers.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<BulletinBody> WriteAsync(BulletinContent content, Selection selection, IReadOnlyList<string> names, CancellationToken ct)
    {
        var all = await topics.AllAsync(ct);
        var mine = content.For(selection);
        // A day on which much happened is told more shortly: first without standfirsts, then with fewer stories.
        foreach (var most in Lengths)
            foreach (var isFull in new[] { true, false })
                if (Write(mine, selection, names, all, most, isFull) is var body && Encoding.UTF8.GetByteCount(body.Html) <= MostBytes) return body;
        return Write(mine with { Corrections = [] }, selection, names, all, Lengths[^1], false);
    }

    private BulletinBody Write(BulletinContent content, Selection selection, IReadOnlyList<string> names, IReadOnlyList<Topic> topics, int most, bool isFull)
    {
        var isAlert = content.Kind is EditionKind.Alert;
        var shown = content.Stories.Take(most).ToList();
        var day = content.Day is { } d ? d.ToString("dddd d MMMM yyyy", site.Culture) : "";
        var subject = isAlert ? shown[0].Kind.Labelled(shown[0].Headline) : Subject(content, day);
        var intro = isAlert ? $"A story about {string.Join(" and ", names)} has just gone live." : $"Our bulletin of {day}.";
        var html = new MailHtml(site, subject, isAlert ? shown[0].Standfirst ?? intro : intro);
        var text = new MailText(site, isAlert ? intro : $"{site.Name}: {day}");
        html.Head(isAlert ? intro : day);
        if (content.Line is { } line)
        {
            html.Line(line);
            text.Line(line);
        }
        foreach (var (name, stories) in Groups(shown, selection, topics, isAlert))
        {
            if (!isAlert)
            {
                html.Group(name);
                text.Group(name);
            }
            foreach (var story in stories)
            {
                html.Story(story, isFull);
                text.Story(story, isFull);
            }
        }
        if (content.Stories.Count - shown.Count is > 0 and var more)
        {
            html.More(more);
            text.More(more);
        }
        if (content.Corrections.Count > 0)
        {
            html.Group("Corrections");
            text.Group("Corrections");
        }
        foreach (var correction in content.Corrections)
        {
            html.Correction(correction);
            text.Correction(correction);
        }
        return new(subject, html.End(isAlert), text.End(isAlert));
    }

    // Each story stands once, under its main topic; for a reader of some topics under the first of those.
    private static IEnumerable<(string Name, IReadOnlyList<BulletinStory> Stories)> Groups(IReadOnlyList<BulletinStory> stories, Selection selection, IReadOnlyList<Topic> topics, bool isAlert)
    {
        if (isAlert) return [("", stories)];
        var places = topics.Select((t, i) => (t.Slug, i)).ToDictionary(t => t.Slug, t => t.i, StringComparer.Ordinal);
        int PlaceOf(BulletinStory story) => story.Topics.Where(t => (selection.Topics?.Contains(t) ?? true) && places.ContainsKey(t)).Select(t => places[t]).FirstOrDefault(int.MaxValue);
        return stories.GroupBy(PlaceOf).OrderBy(g => g.Key).Select(g => (g.Key == int.MaxValue ? "More news" : topics[g.Key].Name, (IReadOnlyList<BulletinStory>)[.. g]));
    }

    private string Subject(BulletinContent content, string day) => content.Stories.Count > 0 && content.Stories[0] is { Kind: not ArticleKind.Sponsored } top
        ? $"{top.Headline}{(content.Stories.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {content.Stories.Count - 1} more") : "")}"
        : $"{site.Name}: {day}";
}
