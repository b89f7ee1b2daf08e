using NewsSite.Core.Content;
using NewsSite.Web.Data;

namespace NewsSite.Web.Authors;

/// <summary>Authors as content files: <c>authors/*.yml</c>.</summary>
internal sealed class AuthorFile() : Register<Author>("authors", slug => ["authors", $"list:author:{slug}"])
{
    protected override string SlugOf(Author value) => value.Slug;

    protected override Author Read(string slug, YamlRecord yaml, List<NamedRecord> names) => new()
    {
        Slug = slug,
        Name = yaml.RequiredLine("name"),
        IsDesk = yaml.IsYes("desk"),
        JobTitle = yaml.OneLine("job-title"),
        Profile = yaml.LongText("profile"),
    };

    protected override void Write(Author value, YamlText yaml) => yaml
        .Add("name", Plain.Line(value.Name))
        .Add("desk", value.IsDesk)
        .Add("job-title", Plain.Line(value.JobTitle))
        .Add("profile", Plain.Text(value.Profile));
}
