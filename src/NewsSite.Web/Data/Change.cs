using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Web.Data;

/// <summary>A row for every committed change that readers can see: what every node reads to learn which pages are out of date.</summary>
public sealed class Change
{
    /// <summary>Rises in the order of commits.</summary>
    public long Id { get; private init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The page tags it touches, such as <c>article:…</c> or <c>list:news</c>.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Change>
    {
        public void Configure(EntityTypeBuilder<Change> builder) => builder.ToTable("Changes");
    }
}
