using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Jobs;

/// <summary>The vacancies that have not closed, soonest to close first.</summary>
public sealed class VacancyList(IDbContextFactory<NewsDb> databases, TimeProvider clock) : Snapshot<Vacancy>(databases, "vacancies")
{
    /// <inheritdoc/>
    protected override IQueryable<Vacancy> Query(IQueryable<Vacancy> rows)
    {
        var now = clock.GetUtcNow();
        return rows.Where(v => v.ClosesAt > now).OrderBy(v => v.ClosesAt).ThenBy(v => v.Slug);
    }
}

/// <summary>Asks for the vacancies that readers can see now. Pages that show them change by themselves when one opens or closes.</summary>
public sealed class OpenVacancies(VacancyList all, Site site, TimeProvider clock)
{
    /// <summary>The open vacancies, soonest to close first.</summary>
    public async ValueTask<IReadOnlyList<VacancyView>> AllAsync(PageTags tags, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tags);
        tags.Add("vacancies");
        var now = clock.GetUtcNow();
        var open = new List<VacancyView>();
        foreach (var vacancy in await all.AllAsync(ct))
        {
            tags.ChangesAt(vacancy.OpensAt).ChangesAt(vacancy.ClosesAt);
            if (vacancy.OpensAt <= now && now < vacancy.ClosesAt) open.Add(VacancyView.Of(vacancy, site));
        }
        return open;
    }
}
