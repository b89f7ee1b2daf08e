using NewsSite.Core.Fields;
using NewsSite.Tests.Themes;
using NewsSite.Web.Authors;
using NewsSite.Web.People;

namespace NewsSite.Tests.People;

public sealed class PersonJsonLdTests
{
    [Fact]
    public async Task A_person_is_described_by_name_summary_and_dated_roles()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(
            [
                new Organisation { Slug = "quay-council", Name = "Quay Council" },
                new Person
                {
                    Slug = "ada",
                    Name = "Ada Harbour",
                    Summary = "Keeps the harbour.",
                    Roles =
                    [
                        new("Leader", "quay-council", Date("2020-05-01"), Date("2024"), null, null),
                        new("Harbour master", null, Date("2019"), null, null, null),
                        new("Pilot", "unknown-body", null, null, Date("2014"), null),
                    ],
                },
            ], "people", "person:ada", "organisations");

        var page = await site.PageAsync("/people/ada");
        var person = page.Data("Person");

        page.Shows(Without(person, "startDate", "endDate"));
        Assert.Equal("http://localhost:5080/people/ada", person.GetProperty("url").GetString());
        Assert.Equal("""[{"@type":"OrganizationRole","roleName":"Leader","startDate":"2020-05-01","endDate":"2024","memberOf":{"@type":"Organization","name":"Quay Council"}}]""", person.GetProperty("memberOf").GetRawText());
        Assert.Equal(["Harbour master", "Pilot"], person.GetProperty("hasOccupation").EnumerateArray().Select(o => o.GetProperty("hasOccupation").GetProperty("name").GetString()));
        Assert.False(person.TryGetProperty("jobTitle", out _)); // the register may not know that a role has ended
        Assert.Equal(["profile"], page.Meta("og:type"));
    }

    [Theory]
    [InlineData(false, "Person")]
    [InlineData(true, "Organization")]
    public async Task An_author_is_a_person_and_a_desk_an_organisation(bool isDesk, string type)
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([new Author { Slug = "ada", Name = "Ada Quill", IsDesk = isDesk, JobTitle = "Coast reporter", Profile = "Writes about *piers*." }], "authors");

        var page = await site.PageAsync("/authors/ada");
        var author = page.Data(type);

        page.Shows(author);
        Assert.Equal("Ada Quill", author.GetProperty("name").GetString());
        Assert.Equal("Writes about piers.", author.GetProperty("description").GetString());
        Assert.Equal(!isDesk, author.TryGetProperty("jobTitle", out _));
    }

    [Fact]
    public async Task The_home_page_describes_the_site_and_its_publisher()
    {
        await using var site = await TestSite.StartAsync();

        var page = await site.PageAsync("/");

        Assert.Equal(["WebSite", "NewsMediaOrganization"], page.Data().Select(d => d.GetProperty("@type").GetString()));
        foreach (var data in page.Data()) page.Shows(data);
    }

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException(text);

    private static System.Text.Json.JsonElement Without(System.Text.Json.JsonElement data, params string[] names)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(data.GetRawText())!;
        foreach (var role in node["memberOf"]!.AsArray().Concat(node["hasOccupation"]!.AsArray()))
            foreach (var name in names) role!.AsObject().Remove(name);
        return System.Text.Json.JsonDocument.Parse(node.ToJsonString()).RootElement;
    }
}
