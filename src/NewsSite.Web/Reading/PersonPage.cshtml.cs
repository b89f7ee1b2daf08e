using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Bulletins.SignUp;
using NewsSite.Web.Data;
using NewsSite.Web.People;
using NewsSite.Web.Redirects;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

/// <summary>A person: their roles, and every statement they made, across articles, with the role of that day.</summary>
public sealed class PersonPage(NewsDb db, RedirectBook redirects, Site site, Slots slots, PageFrames frames) : ReaderPage(frames)
{
    /// <summary>What the partial shows.</summary>
    public PersonView View { get; private set; } = null!;

    /// <summary>Shows a page of the statements.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        Tags.Add($"person:{slug}");
        if (await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug, ct) is not { } person)
            return await redirects.FindAsync($"/people/{slug}", ct) is { } moved ? RedirectPermanent(moved) : NotFound();
        var total = await db.SpokenWords.CountAsync(s => s.Person == slug, ct); // one person's words, not the archive
        var pages = new PagesView(PageNumber ?? 0, Math.Max(1, (total + ListingReader.PageSize - 1) / ListingReader.PageSize), $"/people/{slug}", "Later statements", "Earlier statements");
        if (pages.Number < 1 || pages.Number > pages.Of) return NotFound();
        var organisations = await OrganisationsAsync(person, ct);
        View = new(person.Name, person.Summary, Roles(person, organisations), await StatementsAsync(slug, pages.Number, ct), pages,
            [new(5, "SignUpPanel", SignUpForms.AboutPerson(slug, person.Name, $"/people/{slug}")), .. await slots.FillAsync(SlotName.Rail, null, Tags, ct)]);
        return await ShowAsync(
            new()
            {
                Title = person.Name,
                Description = person.Summary ?? $"What {person.Name} said, with the role of that day.",
                Canonical = site.Address(pages.PathOf(pages.Number)),
                Previous = pages.Previous is { } previous ? site.Address(previous) : null,
                Next = pages.Next is { } next ? site.Address(next) : null,
                OpenGraphType = "profile",
                JsonLd = [PersonJsonLd.Of(site, person, organisations.GetValueOrDefault)],
            }, ct);
    }

    private async Task<IReadOnlyList<StatementView>> StatementsAsync(string slug, int page, CancellationToken ct)
    {
        var rows = await db.SpokenWords.AsNoTracking().Where(s => s.Person == slug)
            .OrderByDescending(s => s.PublishedAt).ThenBy(s => s.ArticleId).ThenBy(s => s.Position)
            .Skip((page - 1) * ListingReader.PageSize).Take(ListingReader.PageSize)
            .Join(db.Articles, s => s.ArticleId, a => a.Id, (s, a) => new { Spoken = s, Article = a })
            .Join(db.Revisions, x => x.Article.LiveId, r => r.Id, (x, r) => new { x.Spoken, x.Article.Id, x.Article.Slug, x.Article.PublishedWall, r.Headline })
            .OrderByDescending(x => x.Spoken.PublishedAt).ThenBy(x => x.Id).ThenBy(x => x.Spoken.Position)
            .ToListAsync(ct);
        foreach (var row in rows) Tags.Add(PageTag.Article(row.Id));
        return
        [
            .. rows.Select(r => new StatementView(
                MomentView.Of(site, r.PublishedWall!, r.Spoken.PublishedAt), r.Spoken.Role, r.Spoken.Occasion, r.Spoken.Words, $"/news/{r.Slug}#b-{r.Spoken.BlockId}", r.Headline)),
        ];
    }

    private async Task<Dictionary<string, string>> OrganisationsAsync(Person person, CancellationToken ct)
    {
        string[] slugs = [.. person.Roles.Select(r => r.Organisation).OfType<string>()];
        foreach (var slug in slugs) Tags.Add($"organisation:{slug}");
        return await db.Organisations.AsNoTracking().Where(o => slugs.Contains(o.Slug)).ToDictionaryAsync(o => o.Slug, o => o.Name, ct);
    }

    private IReadOnlyList<RoleView> Roles(Person person, Dictionary<string, string> names) =>
    [
        .. from role in person.Roles
           let organisation = role.Organisation is { } o ? names.GetValueOrDefault(o) : null
           let named = organisation is not null && !role.Title.Contains(organisation, StringComparison.OrdinalIgnoreCase)
           select new RoleView(named ? $"{role.Title}, {organisation}" : role.Title, When(role, site.Culture)),
    ];

    private static string? When(DatedRole role, CultureInfo culture) => (role.From, role.To, role.AsOf) switch
    {
        ({ } from, { } to, _) => $"{from.ToText(culture)} to {to.ToText(culture)}",
        ({ } from, null, _) => $"from {from.ToText(culture)}",
        (null, { } to, _) => $"until {to.ToText(culture)}",
        (null, null, { } day) => $"{(day.Parts == 3 ? "on" : "in")} {day.ToText(culture)}",
        _ => null,
    };
}
