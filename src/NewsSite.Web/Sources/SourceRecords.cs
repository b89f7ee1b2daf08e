using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Forms;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.Sources;

/// <summary>The cited documents as the newsroom keeps them.</summary>
internal sealed class SourceRecords(SourceFile file, SourceList sources, IDbContextFactory<NewsDb> databases, TimeProvider clock) : Records<Source>(
    new(30, "sources", "sources", "Sources", "source", "Documents that stories cite.", ["Document", "Kind", "Date"]), file, databases, clock)
{
    public override Task<IReadOnlyList<FormField>> FieldsAsync(NewsDb db, FormValues values, CancellationToken ct) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("title", "Title") { MaxLength = 300, Hint = "As the document gives it." },
        SlugField("title"),
        new("address", "Address on the web") { MaxLength = 2_000, IsOptional = true, InputMode = "url", Width = "half", Hint = "Where readers can read it themselves." },
        new("publisher", "Publisher") { MaxLength = 120, IsOptional = true, Width = "third" },
        new("kind", "Kind") { MaxLength = 120, IsOptional = true, Width = "third", Choices = [new("Inspection report", "Inspection report"), new("Council paper", "Council paper"), new("Press release", "Press release"), new("Report", "Report")] },
        new("published", "Date") { MaxLength = 20, IsOptional = true, Width = "third", Hint = "As far as known: 2022, 2022-09 or 2022-09-21." },
    ]);

    protected override IQueryable<Source> Ordered(IQueryable<Source> rows) => rows.OrderBy(s => s.Title).ThenBy(s => s.Slug);

    protected override string KeyOf(Source value) => value.Slug;

    protected override string NameOf(Source value) => value.Title;

    protected override IEnumerable<string?> SearchedOf(Source value) => [value.Title, value.Slug, value.Publisher, value.Kind, value.Published?.ToString()];

    protected override RecordRow RowOf(Source value) => new(value.Slug, value.Title, [value.Kind, value.Published?.ToString()]) { Detail = value.Publisher };

    protected override FormValues ValuesOf(Source value) => new FormValues()
        .With("title", value.Title).With("address", value.Address).With("publisher", value.Publisher).With("kind", value.Kind).With("published", value.Published?.ToString());

    protected override string ProposalOf(FormReader form) => form.Typed("title") ?? "";

    protected override async ValueTask<Source> MakeAsync(NewsDb db, FormReader form, string key, CancellationToken ct)
    {
        var source = new Source
        {
            Slug = key,
            Title = form.RequiredLine("title", "the document’s title", 300),
            Address = form.WebAddress("address"),
            Publisher = form.Line("publisher", 120),
            Kind = form.Line("kind", 120),
            Published = form.Date("published"),
        };
        if ((await sources.AllAsync(ct)).FirstOrDefault(s => s.Slug != key && s.Address == source.Address && s.Published == source.Published && WordQuery.AreSame(s.Title, source.Title)) is { } known)
            form.Fault("title", $"The register has this document already, as “{known.Slug}”.");
        return source;
    }
}
