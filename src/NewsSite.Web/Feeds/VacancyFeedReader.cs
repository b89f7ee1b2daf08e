using System.Text.Encodings.Web;
using NewsSite.Core.Content;
using NewsSite.Web.Caching;
using NewsSite.Web.Jobs;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Feeds;

/// <summary>Gathers the vacancies that are open now, the newest first. One leaves the feed by itself when it closes.</summary>
internal sealed class VacancyFeedReader(OpenVacancies vacancies, Site site)
{
    private const int Length = 50, LongestSummary = 240;

    /// <summary>The feed.</summary>
    public async Task<Feed> ReadAsync(PageTags tags, CancellationToken ct)
    {
        var open = await vacancies.AllAsync(tags, ct);
        return new()
        {
            Title = $"{site.Name}: vacancies",
            Description = "Posts with local authorities that are open now.",
            HomeAddress = site.Address("/jobs"),
            Folder = site.Address("/jobs"),
            Language = site.Culture.Name,
            Entries = [.. open.OrderByDescending(v => v.Vacancy.OpensAt).ThenBy(v => v.Vacancy.Slug, StringComparer.Ordinal).Take(Length).Select(EntryOf)],
        };
    }

    private FeedEntry EntryOf(VacancyView view)
    {
        var vacancy = view.Vacancy;
        return new()
        {
            Id = site.Address(view.Path),
            Address = site.Address(view.Path),
            Title = $"{vacancy.Title}, {vacancy.Recruiter}",
            Summary = Excerpt.OfCut(vacancy.Words, LongestSummary),
            Html = Facts(view) + string.Concat(vacancy.Words.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => $"<p>{Safe(p)}</p>\n"))
                + (vacancy.ApplyAt is { } apply ? $"""<p><a href="{Safe(apply)}">Apply at {Safe(vacancy.Recruiter)}</a></p>{'\n'}""" : ""),
            Published = site.Local(vacancy.OpensAt),
            Authors = [(vacancy.Recruiter, site.Address("/jobs"))],
            Categories = [.. new[] { vacancy.Place, vacancy.Work is { } work ? WorkWords.Of(work) : null }.OfType<string>()],
        };
    }

    private static string Facts(VacancyView view)
    {
        (string Name, string? Words)[] facts = [("Pay", view.Vacancy.Pay.Words), ("Hours", view.HoursText), ("Place", view.Vacancy.Place), ("Reference", view.Vacancy.Reference), ("Closes", view.ClosesText)];
        return $"<ul>{string.Concat(facts.Where(f => f.Words is not null).Select(f => $"<li>{f.Name}: {Safe(f.Words!)}</li>"))}</ul>\n";
    }

    private static string Safe(string words) => HtmlEncoder.Default.Encode(words);
}
