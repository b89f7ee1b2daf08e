using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Background;
using NewsSite.Web.Data;

namespace NewsSite.Web.Topics;

/// <summary>A topic that has become part of another. Revisions, which are written once, go on naming it; whoever reads them asks <see cref="MergedTopics"/>.</summary>
public sealed class MergedTopic
{
    /// <summary>The slug that it had.</summary>
    public required string Slug { get; init; }

    /// <summary>Slug of the topic that it is part of now, which is itself part of no other.</summary>
    public required string Into { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<MergedTopic>
    {
        public void Configure(EntityTypeBuilder<MergedTopic> builder) => builder.ToTable("MergedTopics").HasKey(m => m.Slug);
    }
}

internal static class MergedTopicTables
{
    extension(NewsDb db)
    {
        public DbSet<MergedTopic> MergedTopics => db.Set<MergedTopic>();

        /// <summary>The topics that have become part of others, as the open transaction sees them.</summary>
        public async Task<TopicNames> TopicNamesAsync(CancellationToken ct) => new(await db.MergedTopics.AsNoTracking().ToListAsync(ct));
    }
}

/// <summary>The present slugs of topics.</summary>
public sealed class TopicNames
{
    private readonly Dictionary<string, string> _into;

    /// <summary>From the topics that have become part of others.</summary>
    public TopicNames(IEnumerable<MergedTopic> merged) => _into = merged.ToDictionary(m => m.Slug, m => m.Into, StringComparer.Ordinal);

    /// <summary>The slug under which a topic is found now.</summary>
    public string Now(string slug) => _into.GetValueOrDefault(slug, slug);

    /// <summary>The slugs under which topics are found now, in their order, each once.</summary>
    public IReadOnlyList<string> Now(IReadOnlyList<string> slugs) => _into.Count == 0 ? slugs : [.. slugs.Select(Now).Distinct(StringComparer.Ordinal)];
}

/// <summary>The topics that have become part of others.</summary>
public sealed class MergedTopics(IDbContextFactory<NewsDb> databases) : Kept<MergedTopic>(databases, "topics")
{
    private Made? _made;

    /// <summary>The present slugs of topics.</summary>
    public async ValueTask<TopicNames> NamesAsync(CancellationToken ct)
    {
        var all = await AllAsync(ct);
        if (_made is not { } made || !ReferenceEquals(made.Of, all)) _made = made = new(all, new(all));
        return made.Names;
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<MergedTopic>> LoadAsync(NewsDb db) => await db.MergedTopics.AsNoTracking().ToListAsync();

    private sealed record Made(IReadOnlyList<MergedTopic> Of, TopicNames Names);
}
