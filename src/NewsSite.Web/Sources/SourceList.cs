using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;

namespace NewsSite.Web.Sources;

/// <summary>The cited documents of the register.</summary>
public sealed class SourceList(IDbContextFactory<NewsDb> databases) : Snapshot<Source>(databases, "sources")
{
    /// <inheritdoc/>
    protected override IQueryable<Source> Query(IQueryable<Source> rows) => rows.OrderBy(s => s.Slug);
}
