using NewsSite.Core.Content;
using NewsSite.Web.Data;

namespace NewsSite.Web.People;

/// <summary>Organisations as content files: <c>organisations/*.yml</c>.</summary>
internal sealed class OrganisationFile() : Register<Organisation>("organisations", slug => ["organisations", $"organisation:{slug}", "people"])
{
    protected override string SlugOf(Organisation value) => value.Slug;

    protected override Organisation Read(string slug, YamlRecord yaml, List<NamedRecord> names) => new()
    {
        Slug = slug,
        Name = yaml.RequiredLine("name"),
        Kind = yaml.OneLine("kind"),
        Address = yaml.WebAddress("address"),
    };

    protected override void Write(Organisation value, YamlText yaml) => yaml
        .Add("name", Plain.Line(value.Name))
        .Add("kind", Plain.Line(value.Kind))
        .Add("address", value.Address);
}
