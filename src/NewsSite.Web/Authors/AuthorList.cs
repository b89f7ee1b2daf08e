using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;

namespace NewsSite.Web.Authors;

/// <summary>The authors by name.</summary>
public sealed class AuthorList(IDbContextFactory<NewsDb> databases) : Snapshot<Author>(databases, "authors")
{
    /// <inheritdoc/>
    protected override IQueryable<Author> Query(IQueryable<Author> rows) => rows.OrderBy(a => a.Name);
}
