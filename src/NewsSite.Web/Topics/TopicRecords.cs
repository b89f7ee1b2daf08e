using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Forms;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.Topics;

/// <summary>The topics as the newsroom keeps them.</summary>
internal sealed class TopicRecords(TopicFile file, IDbContextFactory<NewsDb> databases, TimeProvider clock) : Records<Topic>(
    new(40, "topics", "topics", "Topics", "topic", "What stories are filed under. Sections stand in the navigation and on the front page.", ["Topic", "Slug", "Section"]) { PublicPath = "/topics/" },
    file, databases, clock)
{
    public override Task<IReadOnlyList<FormField>> FieldsAsync(NewsDb db, FormValues values, CancellationToken ct) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("name", "Name") { MaxLength = 80, Width = "half", Hint = "As readers see it." },
        SlugField("name"),
        new("description", "Description") { Type = "textarea", Lines = 3, IsOptional = true, Hint = "A sentence or two at the top of its page, and for search engines." },
        new("section", "Section") { IsOptional = true, InputMode = "numeric", MaxLength = 3, Width = "third", Hint = "Its place among the sections, from 1; empty when it is none." },
    ]);

    public override async Task<string> KeyAsync(NewsDb db, FormReader form, string? known, CancellationToken ct)
    {
        var key = await base.KeyAsync(db, form, known, ct);
        if (key != known && await db.MergedTopics.Where(m => m.Slug == key).Select(m => m.Into).FirstOrDefaultAsync(ct) is { } into)
            form.Fault("slug", $"The topic “{key}” has become part of “{into}”, and stories that name it are found there. Choose another slug.");
        return key;
    }

    protected override IQueryable<Topic> Ordered(IQueryable<Topic> rows) => rows.OrderBy(t => t.Section == null).ThenBy(t => t.Section).ThenBy(t => t.Name).ThenBy(t => t.Slug);

    protected override string KeyOf(Topic value) => value.Slug;

    protected override string NameOf(Topic value) => value.Name;

    protected override IEnumerable<string?> SearchedOf(Topic value) => [value.Name, value.Slug, value.Description];

    protected override RecordRow RowOf(Topic value) => new(value.Slug, value.Name, [value.Slug, value.Section?.ToString(CultureInfo.InvariantCulture)]) { Detail = value.Description };

    protected override FormValues ValuesOf(Topic value) =>
        new FormValues().With("name", value.Name).With("description", value.Description).With("section", value.Section?.ToString(CultureInfo.InvariantCulture));

    protected override ValueTask<Topic> MakeAsync(NewsDb db, FormReader form, string key, CancellationToken ct) => ValueTask.FromResult(new Topic
    {
        Slug = key,
        Name = form.RequiredLine("name", "the name", 80),
        Description = form.Line("description", 500),
        Section = form.Count("section", 100),
    });
}
