using NewsSite.Core.Content;
using NewsSite.Web.Data;

namespace NewsSite.Web.Topics;

/// <summary>Topics as content files: <c>topics/*.yml</c>.</summary>
internal sealed class TopicFile() : Register<Topic>("topics", slug => ["topics", $"list:topic:{slug}"])
{
    protected override string SlugOf(Topic value) => value.Slug;

    protected override Topic Read(string slug, YamlRecord yaml, List<NamedRecord> names) => new()
    {
        Slug = slug,
        Name = yaml.RequiredLine("name"),
        Description = yaml.OneLine("description"),
        Section = yaml.Count("section"),
    };

    protected override void Write(Topic value, YamlText yaml) => yaml
        .Add("name", Plain.Line(value.Name))
        .Add("description", Plain.Line(value.Description))
        .Add("section", value.Section);
}
