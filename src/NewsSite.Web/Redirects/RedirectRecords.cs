using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Forms;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.Redirects;

/// <summary>The redirects as the newsroom keeps them.</summary>
internal sealed class RedirectRecords(IConfiguration settings, IDbContextFactory<NewsDb> databases, TimeProvider clock) : Records<Redirect>(
    new(80, "redirects", "redirects", "Redirects", "redirect", "Old addresses, and where they lead now.", ["From", "To", "Made"]) { KeyLabel = "Old address", SearchHint = "Words of either address" }, null, databases, clock)
{
    private const int Longest = 500, MostSteps = 50;

    // Where the program itself answers, a redirect would never be followed, or would shut people out.
    private static readonly string[] Reserved = ["/newsroom", "/api", "/assets", "/media", "/health", "/openapi"];

    protected override string KeyProperty => nameof(Redirect.From);

    public override Task<IReadOnlyList<FormField>> FieldsAsync(NewsDb db, FormValues values, CancellationToken ct) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("from", "Old address") { MaxLength = Longest, Hint = "A path of this site such as /news/old-name. It leads on only where no page is." },
        new("to", "Where it leads") { MaxLength = 2_000, Hint = "A path of this site, or an address elsewhere that begins with https://." },
    ]);

    public override async Task<string> KeyAsync(NewsDb db, FormReader form, string? known, CancellationToken ct)
    {
        var from = RedirectPath.Of(form.Line("from", Longest), settings["Site:BaseUrl"]);
        if (from is null)
            form.Fault("from", form.Typed("from") is { } typed ? $"“{typed}” is no path of this site; write one such as /news/old-name, without a question mark." : "Write the old address.");
        else if (from == "/" || Reserved.Any(r => from == r || from.StartsWith(r + "/", StringComparison.OrdinalIgnoreCase)))
            form.Fault("from", $"{from} belongs to the site itself and cannot lead elsewhere.");
        else if (from != known && await db.Redirects.Where(r => r.From == from).Select(r => r.To).FirstOrDefaultAsync(ct) is { } to)
            form.Fault("from", $"{from} leads to {to} already. Change that redirect instead.");
        return from ?? "";
    }

    public override async Task StoreAsync(NewsDb db, StoredRecord record, StoredRecord? before, CancellationToken ct)
    {
        await base.StoreAsync(db, record, before, ct);
        var (from, to) = (record.Key, ((Redirect)record.Value).To);
        await db.Redirects.Where(r => r.To == from).ExecuteUpdateAsync(s => s.SetProperty(r => r.To, to), ct); // one step from any old address to the present one
    }

    public override IReadOnlyList<string> TagsOf(string key) => ["redirects"];

    protected override IQueryable<Redirect> Ordered(IQueryable<Redirect> rows) => rows.OrderBy(r => r.From);

    protected override string KeyOf(Redirect value) => value.From;

    protected override string NameOf(Redirect value) => value.From;

    protected override IEnumerable<string?> SearchedOf(Redirect value) => [value.From, value.To];

    protected override RecordRow RowOf(Redirect value) => new(value.From, value.From, [value.To, $"{value.MadeAt:yyyy-MM-dd}"]);

    protected override FormValues ValuesOf(Redirect value) => new FormValues().With("from", value.From).With("to", value.To);

    protected override string TextOf(Redirect value) => RedirectFile.TextOf(value.To);

    protected override async ValueTask<Redirect> MakeAsync(NewsDb db, FormReader form, string key, CancellationToken ct)
    {
        var typed = form.Line("to", 2_000);
        var to = RedirectPath.Of(typed, settings["Site:BaseUrl"]) ?? (typed is not null && RedirectPath.IsElsewhere(typed) ? typed : null);
        if (to is null) form.Fault("to", typed is null ? "Write where it leads." : $"“{typed}” is neither a path of this site nor an address that begins with https://.");
        else if (await EndOfAsync(db, key, to, ct) is { } end) to = end;
        else form.Fault("to", to == key ? "It leads to itself." : $"{to} leads back to {key}, so readers would go round in a circle.");
        return new() { From = key, To = to ?? "", MadeAt = await db.Redirects.Where(r => r.From == key).Select(r => (DateTimeOffset?)r.MadeAt).FirstOrDefaultAsync(ct) ?? Now };
    }

    // Where readers arrive at last; null when that is where they began.
    private static async Task<string?> EndOfAsync(NewsDb db, string from, string to, CancellationToken ct)
    {
        for (var steps = 0; steps < MostSteps && to != from; steps++)
        {
            var here = to;
            if (await db.Redirects.Where(r => r.From == here).Select(r => r.To).FirstOrDefaultAsync(ct) is not { } next) return to;
            to = next;
        }
        return null;
    }
}
