using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Fields;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Forms;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.People;

/// <summary>The people as the newsroom keeps them, with the roles they held and when.</summary>
internal sealed class PersonRecords(PersonFile file, PersonList people, IDbContextFactory<NewsDb> databases, TimeProvider clock) : Records<Person>(
    new(10, "people", "people", "People", "person", "Everybody whom stories name or quote, with the roles they held and when.", ["Person", "Role, as far as known today"]) { PublicPath = "/people/" },
    file, databases, clock)
{
    private const string Roles = "roles";

    public override async Task<IReadOnlyList<FormField>> FieldsAsync(NewsDb db, FormValues values, CancellationToken ct)
    {
        FormChoice[] organisations = [.. (await db.Organisations.OrderBy(o => o.Name).Select(o => o.Name).ToListAsync(ct)).Select(n => new FormChoice(n, n))];
        var isNamesake = await NamesakeAsync(values["name"], values["slug"], ct) is not null;
        return
        [
            new("name", "Name") { MaxLength = 120, Width = "half", Hint = "As readers see it, without a title." },
            SlugField("name"),
            .. isNamesake ? new[] { new FormField("another", "There are two people of this name, and this is another one") { Type = "checkbox" } } : [],
            new("summary", "In a sentence") { MaxLength = 300, IsOptional = true, Hint = "Who they are, under the name on their page." },
            new("other-names", "Other names") { Type = "textarea", Lines = 3, IsOptional = true, Hint = "Names under which stories mention them, one on each line. Search finds them by these too." },
            new(Roles, "Roles")
            {
                Type = "rows", RowName = "role", Hint = "The latest first. Dates as far as they are known: 2015, 2017-11 or 2022-09-21.",
                Fields =
                [
                    new("title", "Role") { MaxLength = 200, Width = "half", IsOptional = true },
                    new("organisation", "Organisation") { MaxLength = 120, Width = "half", IsOptional = true, Choices = organisations },
                    new("from", "From") { MaxLength = 20, Width = "quarter", IsOptional = true },
                    new("to", "To") { MaxLength = 20, Width = "quarter", IsOptional = true },
                    new("as-of", "Known to hold it on") { MaxLength = 20, Width = "quarter", IsOptional = true },
                    new("source", "Known from") { MaxLength = 200, Width = "quarter", IsOptional = true },
                ],
            },
        ];
    }

    protected override IQueryable<Person> Ordered(IQueryable<Person> rows) => rows.OrderBy(p => p.Name).ThenBy(p => p.Slug);

    protected override string KeyOf(Person value) => value.Slug;

    protected override string NameOf(Person value) => value.Name;

    protected override IEnumerable<string?> SearchedOf(Person value) => [value.Name, value.Slug, .. value.OtherNames, .. value.Roles.Select(r => r.Title)];

    protected override RecordRow RowOf(Person value)
    {
        var role = RoleOnDay.Of(value, DateOnly.FromDateTime(Now.UtcDateTime));
        return new(value.Slug, value.Name, [role is null ? "" : role.AsOf is { } day ? $"{role.Title} (known on {day})" : role.Title]) { Detail = value.Summary };
    }

    protected override FormValues ValuesOf(Person value)
    {
        // Whoever opens a record knows whose it is.
        var values = new FormValues().With("name", value.Name).With("another", "yes").With("summary", value.Summary).With("other-names", string.Join('\n', value.OtherNames));
        foreach (var (i, role) in value.Roles.Index())
            values.With($"{Roles}-{i}-title", role.Title).With($"{Roles}-{i}-organisation", role.Organisation).With($"{Roles}-{i}-from", role.From?.ToString())
                .With($"{Roles}-{i}-to", role.To?.ToString()).With($"{Roles}-{i}-as-of", role.AsOf?.ToString()).With($"{Roles}-{i}-source", role.Source);
        return values;
    }

    protected override async Task<FormValues> ValuesOfAsync(NewsDb db, Person value, CancellationToken ct)
    {
        var values = ValuesOf(value);
        string[] slugs = [.. value.Roles.Select(r => r.Organisation).OfType<string>()];
        var names = slugs.Length == 0 ? [] : await db.Organisations.Where(o => slugs.Contains(o.Slug)).ToDictionaryAsync(o => o.Slug, o => o.Name, ct);
        foreach (var (i, role) in value.Roles.Index())
            if (role.Organisation is { } slug) values[$"{Roles}-{i}-organisation"] = names.GetValueOrDefault(slug, slug);
        return values;
    }

    protected override async ValueTask<Person> MakeAsync(NewsDb db, FormReader form, string key, CancellationToken ct)
    {
        var known = await db.Organisations.AsNoTracking().Select(o => new { o.Slug, o.Name }).ToListAsync(ct);
        var person = new Person
        {
            Slug = key,
            Name = form.RequiredLine("name", "the person’s name", 120),
            Summary = form.Line("summary", 300),
            OtherNames = form.Lines("other-names", 120, 50),
            Roles = [.. form.Rows(Roles).Select(row => RoleOf(row, typed => (known.Find(o => o.Slug == typed) ?? known.Find(o => WordQuery.AreSame(o.Name, typed)))?.Slug))],
        };
        if (!form.IsYes("another") && await NamesakeAsync(person.Name, key, ct) is { } namesake)
            form.Fault("name", $"There is somebody called {namesake.Name} already, as “{namesake.Slug}”. Change that record, or tick the box below when this is another person.");
        return person;
    }

    private static DatedRole RoleOf(FormReader form, Func<string, string?> organisation)
    {
        var role = new DatedRole(form.RequiredLine("title", "the role", 200), Organisation(), form.Date("from"), form.Date("to"), form.Date("as-of"), form.Line("source", 200));
        if (role is { From: { } from, To: { } to } && LastOf(to) < from.First) form.Fault("to", $"{to} is before {from}; a role ends after it begins.");
        return role;

        string? Organisation()
        {
            if (form.Line("organisation", 120) is not { } typed) return null;
            if (organisation(typed) is { } slug) return slug;
            form.Fault("organisation", $"There is no organisation “{typed}”. Choose one of the register, or add it there first.");
            return typed;
        }
    }

    private static DateOnly LastOf(PartialDate date) => date.Parts switch { 1 => date.First.AddYears(1).AddDays(-1), 2 => date.First.AddMonths(1).AddDays(-1), _ => date.First };

    private async Task<Person?> NamesakeAsync(string name, string key, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(name) ? null : (await people.AllAsync(ct)).FirstOrDefault(p => p.Slug != key && WordQuery.AreSame(p.Name, name));
}
