using NewsSite.Web.Caching;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Jobs;

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

    /// <summary>Those that a filter takes, soonest to close first.</summary>
    public async ValueTask<IReadOnlyList<VacancyView>> FoundAsync(VacancyFilter filter, PageTags tags, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Found(await AllAsync(tags, ct), filter, tags);
    }

    /// <summary>Those of the open ones that a filter takes. A page that asks for what closes soon changes by itself when one more comes so near.</summary>
    internal IReadOnlyList<VacancyView> Found(IReadOnlyList<VacancyView> open, VacancyFilter filter, PageTags tags)
    {
        var now = clock.GetUtcNow();
        if (filter.Closing is { } days)
            foreach (var view in open) tags.ChangesAt(view.Vacancy.ClosesAt.AddDays(-days));
        return filter.IsEmpty ? open : [.. open.Where(v => filter.Takes(v.Vacancy, now))];
    }
}
