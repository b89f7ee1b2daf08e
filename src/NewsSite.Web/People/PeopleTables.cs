using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.People;

internal static class PeopleTables
{
    extension(NewsDb db)
    {
        public DbSet<Person> People => db.Set<Person>();

        public DbSet<Organisation> Organisations => db.Set<Organisation>();
    }

    private sealed class PersonTable : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.ToTable("People").HasKey(p => p.Slug);
            builder.Property(p => p.Roles).AsJson();
        }
    }

    private sealed class OrganisationTable : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> builder) => builder.ToTable("Organisations").HasKey(o => o.Slug);
    }
}
