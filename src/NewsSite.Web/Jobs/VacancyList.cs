using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;

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
