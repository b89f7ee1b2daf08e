namespace NewsSite.Web.Audit;

/// <summary>Which entries are wanted; without any limit, all of them.</summary>
/// <param name="Account">Those of an account; null for everybody's.</param>
/// <param name="IsWithoutAccount">Those of nobody who has an account, such as the import.</param>
/// <param name="Article">Those about an article; null for any.</param>
/// <param name="Subject">Those about a record, such as <c>people/john-osman</c>; null for any.</param>
/// <param name="Act">Those of a kind; null for any.</param>
/// <param name="From">The first instant; null for no beginning.</param>
/// <param name="Until">The first instant after; null for no end.</param>
public sealed record AuditFilter(Guid? Account = null, bool IsWithoutAccount = false, Guid? Article = null, string? Subject = null, string? Act = null, DateTimeOffset? From = null, DateTimeOffset? Until = null)
{
    // One article or record has few entries. Were person and act asked of the database as well, it might read all of the person's to find them.
    private bool IsNarrow => Article is not null || Subject is not null;

    /// <summary>Whether <see cref="RangeOf"/> alone gives what is wanted.</summary>
    internal bool IsRange => !IsNarrow || (Account is null && !IsWithoutAccount && Act is null && (Article is null || Subject is null));

    /// <summary>As a range of one index of the table; what it leaves out of the filter is <see cref="Has"/>'s.</summary>
    internal IQueryable<AuditEntry> RangeOf(IQueryable<AuditEntry> entries)
    {
        var (article, subject, account, act) = (Article, Subject, Account, Act);
        if (article is not null) entries = entries.Where(e => e.ArticleId == article);
        else if (subject is not null) entries = entries.Where(e => e.Subject == subject);
        if (!IsNarrow && account is not null) entries = entries.Where(e => e.AccountId == account);
        if (!IsNarrow && IsWithoutAccount) entries = entries.Where(e => e.AccountId == null);
        if (!IsNarrow && act is not null) entries = entries.Where(e => e.Act == act);
        var (from, until) = (From ?? DateTimeOffset.UnixEpoch, Until ?? new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero)); // bounds, so that the databases begin at an end of the index
        return entries.Where(e => e.At >= from && e.At < until);
    }

    /// <summary>Whether an entry of that range is wanted.</summary>
    internal bool Has(AuditEntry entry) =>
        !IsNarrow || ((Account is null || entry.AccountId == Account) && (!IsWithoutAccount || entry.AccountId is null) && (Act is null || entry.Act == Act) && (Subject is null || entry.Subject == Subject));
}
