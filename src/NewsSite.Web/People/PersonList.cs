using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;

namespace NewsSite.Web.People;

/// <summary>The people of the register by name.</summary>
public sealed class PersonList(IDbContextFactory<NewsDb> databases) : Snapshot<Person>(databases, "people")
{
    /// <inheritdoc/>
    protected override IQueryable<Person> Query(IQueryable<Person> rows) => rows.OrderBy(p => p.Name).ThenBy(p => p.Slug);
}
