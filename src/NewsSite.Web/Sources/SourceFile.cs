using NewsSite.Core.Content;
using NewsSite.Web.Data;

namespace NewsSite.Web.Sources;

/// <summary>Cited documents as content files: <c>sources/*.yml</c>.</summary>
internal sealed class SourceFile() : Register<Source>("sources", slug => ["sources", $"source:{slug}"])
{
    protected override string SlugOf(Source value) => value.Slug;

    protected override Source Read(string slug, YamlRecord yaml, List<NamedRecord> names) => new()
    {
        Slug = slug,
        Title = yaml.RequiredLine("title"),
        Publisher = yaml.OneLine("publisher"),
        Kind = yaml.OneLine("kind"),
        Address = yaml.WebAddress("address"),
        Published = yaml.Date("published"),
    };

    protected override void Write(Source value, YamlText yaml) => yaml
        .Add("title", Plain.Line(value.Title))
        .Add("publisher", Plain.Line(value.Publisher))
        .Add("kind", Plain.Line(value.Kind))
        .Add("address", value.Address)
        .Add("published", value.Published);
}
