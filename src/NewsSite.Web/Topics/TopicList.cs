using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;

namespace NewsSite.Web.Topics;

/// <summary>The topics, sections first in their order, then by name.</summary>
public sealed class TopicList(IDbContextFactory<NewsDb> databases) : Snapshot<Topic>(databases, "topics")
{
    /// <inheritdoc/>
    protected override IQueryable<Topic> Query(IQueryable<Topic> rows) => rows.OrderBy(t => t.Section == null).ThenBy(t => t.Section).ThenBy(t => t.Name);
}
