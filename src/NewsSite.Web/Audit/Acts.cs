using System.Text;
using NewsSite.Core.Content;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Audit;

/// <summary>Turns acts into entries that are sealed when what was done is committed.</summary>
internal sealed class Acts(IHttpContextAccessor accessor, TimeProvider clock) : IActs
{
    private const int LongestWords = 600, LongestWhy = 2_000, LongestName = 200;
    private const string Nobody = "Somebody";
    private long _unsealed;

    public void Add(NewsDb db, Act act)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(act);
        var who = accessor.HttpContext?.RequestServices.GetService<ICurrentAccount>() is { IsSignedIn: true } somebody ? somebody : null;
        var isOther = (act.By is not null && act.By != who?.Name) || (act.Account is not null && act.Account != who?.Id);
        db.Add(new AuditEntry
        {
            Number = Interlocked.Decrement(ref _unsealed), // the next one is lower
            At = ToTheMillisecond(clock.GetUtcNow()),
            AccountId = isOther ? act.Account : who?.Id,
            By = Clean(act.By ?? (isOther ? null : who?.Name), LongestName) ?? Nobody,
            Act = act.Name,
            ArticleId = act.Article,
            Subject = Clean(act.Subject, LongestName),
            Words = (Clean(act.Words, LongestWords) ?? act.Name) + (isOther || who?.Token is not { } token ? "" : $" (token “{Clean(token.Name, LongestName)}”)"),
            Why = Clean(act.Why, LongestWhy),
            Previous = "",
            Hash = "",
        });
    }

    // What both databases give back exactly as it was hashed: PostgreSQL keeps microseconds only.
    private static DateTimeOffset ToTheMillisecond(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    private static string? Clean(string? text, int longest)
    {
        if (Plain.Line(text) is not { } line) return null;
        var clean = new StringBuilder(Math.Min(line.Length, longest));
        foreach (var rune in line.EnumerateRunes()) // half a pair of UTF-16 units becomes U+FFFD: no database keeps one
        {
            if (clean.Length >= longest - 1) return clean.Append('…').ToString();
            clean.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }
        return clean.ToString();
    }
}
