using System.Globalization;
using System.Text;
using NewsSite.Web.Articles;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Bulletins.Making;

/// <summary>Writes a mail as plain text.</summary>
internal sealed class MailText
{
    private readonly StringBuilder _text = new();
    private readonly Site _site;

    public MailText(Site site, string head)
    {
        _site = site;
        _text.Append(head).Append("\n\n");
    }

    public void Line(string words) => _text.Append(words).Append("\n\n");

    public void Group(string name) => _text.Append(name.ToUpper(_site.Culture)).Append('\n').Append('-', name.Length).Append("\n\n");

    public void Story(BulletinStory story, bool isFull)
    {
        if (story.Kind is not ArticleKind.News) _text.Append('[').Append(story.Kind).Append("] ");
        _text.Append(story.Headline).Append('\n');
        if (isFull && story.Standfirst is { } standfirst) _text.Append(standfirst).Append('\n');
        _text.Append(_site.Address($"/news/{story.Slug}")).Append("\n\n");
    }

    public void More(int count) => _text.Append(CultureInfo.InvariantCulture, $"And {count} more: {_site.Address("/news")}\n\n");

    public void Correction(BulletinCorrection correction) =>
        _text.Append(CultureInfo.InvariantCulture, $"{correction.Headline}\n{correction.Wrong} {correction.Right}\n{_site.Address($"/news/{correction.Slug}#corrections")}\n\n");

    public string End(bool isAlert) => _text.Append(CultureInfo.InvariantCulture, $"""
        --
        You get this because you asked for it at {_site.Name} and confirmed your address.

        {(isAlert ? "No more of these alerts" : "No more bulletins")}: {BulletinBody.Stop}
        What you have chosen: {BulletinBody.Yours}

        {_site.Name}
        {_site.Address("/")}
        """).ToString().ReplaceLineEndings("\n");
}
