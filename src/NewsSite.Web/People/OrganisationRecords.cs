using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Forms;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.People;

/// <summary>The organisations as the newsroom keeps them.</summary>
internal sealed class OrganisationRecords(OrganisationFile file, IDbContextFactory<NewsDb> databases, TimeProvider clock) : Records<Organisation>(
    new(20, "organisations", "organisations", "Organisations", "organisation", "Councils, inspectorates and companies in which people hold roles.", ["Organisation", "Kind", "Web site"]), file, databases, clock)
{
    public override Task<IReadOnlyList<FormField>> FieldsAsync(NewsDb db, FormValues values, CancellationToken ct) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("name", "Name") { MaxLength = 120, Width = "half", Hint = "As readers see it." },
        SlugField("name"),
        new("kind", "Kind") { MaxLength = 120, IsOptional = true, Width = "half", Hint = "Such as “County council”." },
        new("address", "Web site") { MaxLength = 2_000, IsOptional = true, InputMode = "url", Width = "half", Hint = "Beginning with https://." },
    ]);

    protected override IQueryable<Organisation> Ordered(IQueryable<Organisation> rows) => rows.OrderBy(o => o.Name).ThenBy(o => o.Slug);

    protected override string KeyOf(Organisation value) => value.Slug;

    protected override string NameOf(Organisation value) => value.Name;

    protected override IEnumerable<string?> SearchedOf(Organisation value) => [value.Name, value.Slug, value.Kind];

    protected override RecordRow RowOf(Organisation value) => new(value.Slug, value.Name, [value.Kind, value.Address is { } a ? new Uri(a).Host : ""]);

    protected override FormValues ValuesOf(Organisation value) => new FormValues().With("name", value.Name).With("kind", value.Kind).With("address", value.Address);

    protected override async ValueTask<Organisation> MakeAsync(NewsDb db, FormReader form, string key, CancellationToken ct)
    {
        var organisation = new Organisation { Slug = key, Name = form.RequiredLine("name", "the name", 120), Kind = form.Line("kind", 120), Address = form.WebAddress("address") };
        foreach (var other in await db.Organisations.Where(o => o.Slug != key).Select(o => o.Name).ToListAsync(ct))
            if (WordQuery.AreSame(other, organisation.Name)) form.Fault("name", $"The register has an organisation called “{other}” already.");
        return organisation;
    }
}

/// <summary>Organisations are used by people, who hold roles in them.</summary>
internal sealed class PeopleUsingOrganisations(PersonList people) : IRecordUses
{
    private const string Folder = "organisations";

    public bool Covers(string folder) => folder == Folder;

    public string? ColumnOf(string folder) => folder == Folder ? "People" : null;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string folder, IReadOnlyList<string> keys, CancellationToken ct)
    {
        if (folder != Folder) return new Dictionary<string, int>();
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        return (await people.AllAsync(ct)).SelectMany(p => p.Roles.Select(r => r.Organisation).OfType<string>().Distinct().Where(wanted.Contains)).GroupBy(o => o).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<RecordUse>> FindAsync(string folder, string key, int most, CancellationToken ct) => folder != Folder ? [] :
        [.. (await people.AllAsync(ct)).Where(p => p.Roles.Any(r => r.Organisation == key)).Take(most).Select(p => new RecordUse(p.Name, $"/newsroom/people/{p.Slug}"))];
}
