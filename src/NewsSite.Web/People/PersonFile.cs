using NewsSite.Core.Content;
using NewsSite.Web.Data;

namespace NewsSite.Web.People;

/// <summary>People as content files: <c>people/*.yml</c>.</summary>
internal sealed class PersonFile() : Register<Person>("people", slug => ["people", $"person:{slug}"])
{
    protected override string SlugOf(Person value) => value.Slug;

    protected override Person Read(string slug, YamlRecord yaml, List<NamedRecord> names) => new()
    {
        Slug = slug,
        Name = yaml.RequiredLine("name"),
        Summary = yaml.OneLine("summary"),
        OtherNames = yaml.Texts("other-names"),
        Roles = [.. yaml.Maps("roles").Select(role => ReadRole(role, names))],
    };

    protected override void Write(Person value, YamlText yaml) => yaml
        .Add("name", Plain.Line(value.Name))
        .Add("summary", Plain.Line(value.Summary))
        .Add("other-names", value.OtherNames)
        .Maps("roles", value.Roles, (role, y) => y
            .Add("title", Plain.Line(role.Title))
            .Add("organisation", role.Organisation)
            .Add("from", role.From)
            .Add("to", role.To)
            .Add("as-of", role.AsOf)
            .Add("source", Plain.Line(role.Source)));

    private static DatedRole ReadRole(YamlRecord yaml, List<NamedRecord> names)
    {
        var role = new DatedRole(yaml.RequiredLine("title"), yaml.Optional("organisation"), yaml.Date("from"), yaml.Date("to"), yaml.Date("as-of"), yaml.OneLine("source"));
        yaml.RefuseTheRest();
        if (role.Organisation is { } organisation) names.Add(new("organisations", organisation, yaml.LineOf("organisation")));
        if (role is { From: { } from, To: { } to } && to < from && to.Parts >= from.Parts) yaml.Fault($"to is {to}, before from ({from}); expected a later day.", yaml.LineOf("to"));
        return role;
    }
}
