using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Forms;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.Authors;

/// <summary>The authors as the newsroom keeps them.</summary>
internal sealed class AuthorRecords(AuthorFile file, IDbContextFactory<NewsDb> databases, TimeProvider clock) : Records<Author>(
    new(50, "authors", "authors", "Authors", "author", "Whom bylines name: journalists, guests and desks.", ["Author", "Covers", "Kind"]) { PublicPath = "/authors/" }, file, databases, clock)
{
    public override Task<IReadOnlyList<FormField>> FieldsAsync(NewsDb db, FormValues values, CancellationToken ct) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("name", "Name") { MaxLength = 120, Width = "half", Hint = "As the byline gives it." },
        SlugField("name"),
        new("job", "What they cover, or whom they write for") { MaxLength = 120, IsOptional = true, Width = "half" },
        new("desk", "This is a desk or an organisation") { Type = "checkbox", Hint = "Search engines are told that it is no person." },
        new("profile", "Profile") { Type = "textarea", Lines = 6, IsOptional = true, Hint = "A few sentences on their page. **Bold**, *italics* and [links](https://…) may be used." },
    ]);

    protected override IQueryable<Author> Ordered(IQueryable<Author> rows) => rows.OrderBy(a => a.Name).ThenBy(a => a.Slug);

    protected override string KeyOf(Author value) => value.Slug;

    protected override string NameOf(Author value) => value.Name;

    protected override IEnumerable<string?> SearchedOf(Author value) => [value.Name, value.Slug, value.JobTitle];

    protected override RecordRow RowOf(Author value) => new(value.Slug, value.Name, [value.JobTitle, value.IsDesk ? "Desk" : "Person"]);

    protected override FormValues ValuesOf(Author value) =>
        new FormValues().With("name", value.Name).With("job", value.JobTitle).With("desk", value.IsDesk ? "yes" : "").With("profile", value.Profile);

    protected override ValueTask<Author> MakeAsync(NewsDb db, FormReader form, string key, CancellationToken ct) => ValueTask.FromResult(new Author
    {
        Slug = key,
        Name = form.RequiredLine("name", "the name", 120),
        IsDesk = form.IsYes("desk"),
        JobTitle = form.Line("job", 120),
        Profile = form.Text("profile", 5_000),
    });
}
