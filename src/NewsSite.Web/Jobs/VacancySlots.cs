using NewsSite.Web.Caching;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Jobs;

/// <summary>Puts vacancies beside articles and listings and under the home page.</summary>
internal sealed class VacancySlots(OpenVacancies vacancies) : ISlotFiller
{
    private const int InRail = 5;
    private const int OnHome = 4;

    public async ValueTask<IReadOnlyList<SlotPart>> FillAsync(string slot, Guid? article, PageTags tags, CancellationToken ct)
    {
        if (slot is not (SlotName.Rail or SlotName.Home)) return [];
        var open = await vacancies.AllAsync(tags, ct);
        if (open.Count == 0) return [];
        return slot == SlotName.Rail
            ? [new(20, "VacancyPanel", new VacancyPanel([.. open.Take(InRail)], "Vacancies", open.Count))]
            : [new(20, "VacancyBand", new VacancyPanel([.. open.Take(OnHome)], "Vacancies", open.Count))];
    }
}
