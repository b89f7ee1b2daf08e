using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Newsroom.Forms;
using NewsSite.Web.Newsroom.Registers;
using NewsSite.Web.Promotions.Clicks;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Promotions;

/// <summary>The promotions as the newsroom keeps them, by slot and order.</summary>
internal sealed class PromotionRecords(PromotionFile file, Site site, IDbContextFactory<NewsDb> databases, TimeProvider clock) : Records<Promotion>(
    new(70, "promotions", "promotions", "Promotions", "promotion", "Paid or campaign matter in a slot, always labelled, never inside a story.", ["Promotion", "Slot", "Order", "Shown", "Now", "Followed"]), file, databases, clock)
{
    private static readonly FormChoice[] Slots =
        [new(SlotName.Rail, "Beside stories and lists"), new(SlotName.Banner, "Across the page, after a story"), new(SlotName.Home, "On the front page, under the stories")];

    public override FormValues Blank() => new FormValues().With("label", "Promotion").With("slot", SlotName.Rail).With("weight", "1").With(FormMoment.Day("starts"), site.Day(Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    // Without a script the newest are there to choose from; with one, all that a search finds.
    private const int MostOffered = 50;

    public override async Task<IReadOnlyList<FormField>> FieldsAsync(NewsDb db, FormValues values, CancellationToken ct)
    {
        var file = values["picture"].Trim();
        var chosen = file.Length == 0 ? null : await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.File == file, ct);
        var newest = await db.Media.AsNoTracking().OrderByDescending(m => m.Id).Take(MostOffered).Select(m => new { m.File, m.Description }).ToListAsync(ct);
        return Fields(values, chosen is null ? "" : MediaChoice.ThumbOf(chosen), [.. newest.Select(m => new FormChoice(m.File, m.Description is { } shown ? $"{m.File}: {shown}" : m.File))]);
    }

    private IReadOnlyList<FormField> Fields(FormValues values, string thumb, IReadOnlyList<FormChoice> pictures) =>
    [
        new("headline", "Headline") { MaxLength = 200, Width = "half" },
        SlugField("headline"),
        new("label", "Label") { MaxLength = 40, Width = "half", Hint = "What readers see above it, so that nobody takes it for a story.", Choices = [new("Promotion", "Promotion"), new("Advertisement", "Advertisement"), new("Campaign", "Campaign")] },
        new("advertiser", "Who pays for it, or stands behind it") { MaxLength = 120, IsOptional = true, Width = "half" },
        new("words", "Words") { Type = "textarea", Lines = 4, IsOptional = true },
        new("address", "Where it leads") { MaxLength = 2_000, IsOptional = true, InputMode = "url", Hint = "An address that begins with https://." },
        new("picture", "Picture") { MaxLength = 200, IsOptional = true, Width = "half", SuggestFrom = "/newsroom/api/media?q=", Choices = pictures, Thumb = thumb, Hint = "A file of the library. Type a word of its name, its credit or what it shows." },
        new("picture-alt", "What the picture says") { MaxLength = 300, IsOptional = true, Width = "half", Hint = "For those who do not see it; empty when it is decoration." },
        new("slot", "Slot") { Heading = "Where and when", Type = "select", Width = "third", Choices = Slots.Any(s => s.Value == values["slot"]) || values["slot"].Length == 0 ? Slots : [.. Slots, new(values["slot"], values["slot"])] },
        new("order", "Order") { IsOptional = true, InputMode = "numeric", MaxLength = 3, Width = "third", Hint = "Its place among those of the slot, least first. Those that share a place take turns." },
        new("weight", "Weight") { IsOptional = true, InputMode = "numeric", MaxLength = 3, Width = "third", Hint = "How often it has its turn among those that share its place: 3 is three times as often as 1." },
        new("starts", "Shown from") { Type = "moment", Width = "half", Hint = "A day alone means its beginning." },
        new("ends", "Shown until") { Type = "moment", Width = "half", IsOptional = true, Hint = "A day alone means its end; empty for no end." },
    ];

    protected override IQueryable<Promotion> Ordered(IQueryable<Promotion> rows) => rows.OrderBy(p => p.Slot).ThenBy(p => p.Order).ThenBy(p => p.Slug);

    protected override string KeyOf(Promotion value) => value.Slug;

    protected override string NameOf(Promotion value) => value.Headline;

    protected override IEnumerable<string?> SearchedOf(Promotion value) => [value.Headline, value.Advertiser, value.Label, value.Slot, value.Slug];

    protected override RecordRow RowOf(Promotion value)
    {
        var now = Now;
        var state = value.EndsAt <= now ? new RecordCell("Over", "withdrawn") : value.StartsAt > now ? new("Not yet", "scheduled") : new("Shown", "live");
        var shown = value.EndsAt is { } ends ? $"{site.SayStart(value.StartsAt)} to {site.SayEnd(ends)}" : $"from {site.SayStart(value.StartsAt)}";
        return new(value.Slug, value.Headline, [Slots.FirstOrDefault(s => s.Value == value.Slot)?.Text ?? value.Slot, value.Order > 0 ? $"{value.Order}" : "", shown, state]) { Detail = string.Join(" · ", new[] { value.Label, value.Advertiser }.OfType<string>()) };
    }

    public override async Task StoreAsync(NewsDb db, StoredRecord record, StoredRecord? before, CancellationToken ct)
    {
        await base.StoreAsync(db, record, before, ct);
        if (before is not null && before.Key != record.Key)
            await db.Set<PromotionClicks>().Where(c => c.Promotion == before.Key).ExecuteUpdateAsync(s => s.SetProperty(c => c.Promotion, record.Key), ct);
    }

    public override async Task DeleteAsync(NewsDb db, StoredRecord record, CancellationToken ct)
    {
        await base.DeleteAsync(db, record, ct);
        await db.Set<PromotionClicks>().Where(c => c.Promotion == record.Key).ExecuteDeleteAsync(ct);
    }

    protected override async Task<IReadOnlyList<RecordRow>> RowsOfAsync(NewsDb db, IReadOnlyList<Promotion> found, CancellationToken ct)
    {
        string[] slugs = [.. found.Select(p => p.Slug)];
        var since = site.Day(Now).AddDays(-6).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var clicks = (await db.Set<PromotionClicks>().AsNoTracking().Where(c => slugs.Contains(c.Promotion)).ToListAsync(ct)).ToLookup(c => c.Promotion, StringComparer.Ordinal);
        return [.. found.Select(p => RowOf(p) is var row ? row with { Cells = [.. row.Cells, Followed(p, [.. clicks[p.Slug]], since)] } : row)];
    }

    private static string Followed(Promotion promotion, IReadOnlyList<PromotionClicks> days, string since) => days.Count == 0
        ? promotion.Address is null ? "leads nowhere" : "never yet"
        : $"{days.Sum(d => d.Clicks):N0} times, {days.Where(d => string.CompareOrdinal(d.Day, since) >= 0).Sum(d => d.Clicks):N0} in the last 7 days";

    protected override FormValues ValuesOf(Promotion value)
    {
        var values = new FormValues().With("headline", value.Headline).With("label", value.Label).With("advertiser", value.Advertiser).With("words", value.Words).With("address", value.Address)
            .With("picture", value.Picture).With("picture-alt", value.PictureAlt).With("slot", value.Slot).With("order", value.Order > 0 ? value.Order.ToString(CultureInfo.InvariantCulture) : "")
            .With("weight", value.Weight.ToString(CultureInfo.InvariantCulture));
        site.PutStart(values, "starts", value.StartsAt);
        return site.PutEnd(values, "ends", value.EndsAt);
    }

    protected override string ProposalOf(FormReader form) => form.Typed("headline") ?? "";

    protected override async ValueTask<Promotion> MakeAsync(NewsDb db, FormReader form, string key, CancellationToken ct)
    {
        var promotion = new Promotion
        {
            Slug = key,
            Headline = form.RequiredLine("headline", "the headline", 200),
            Label = form.RequiredLine("label", "the label; every promotion has one", 40),
            Advertiser = form.Line("advertiser", 120),
            Words = form.Text("words", 2_000),
            Address = form.WebAddress("address"),
            Picture = form.Line("picture", 200),
            PictureAlt = form.Line("picture-alt", 300),
            Slot = form.RequiredLine("slot", "the slot", 40),
            Order = form.Count("order", 999) ?? 0,
            Weight = form.Count("weight", 100) ?? 1,
            StartsAt = site.ReadStart(form, "starts", Now) ?? default,
            EndsAt = site.ReadEnd(form, "ends", Now),
        };
        if (promotion.Picture is { } picture && !await db.Media.AnyAsync(m => m.File == picture, ct)) form.Fault("picture", $"There is no picture “{picture}” in the library.");
        if (promotion.Slot.Length > 0 && Slots.All(s => s.Value != promotion.Slot)) form.Fault("slot", "Choose one of the list.");
        if (promotion.StartsAt == default && !form.Faults.Any(f => f.Field.StartsWith("starts", StringComparison.Ordinal))) form.Fault("starts", "Choose the day from which it is shown.");
        if (promotion.StartsAt != default && promotion.EndsAt <= promotion.StartsAt) form.Fault("ends", "It ends before it begins; choose a later day.");
        return promotion;
    }
}
