using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsSite.Core.Fields;
using NewsSite.Tests.Exchange;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;
using NewsSite.Web.People;

namespace NewsSite.Tests.People;

/// <summary>A journalist finds a person with the role of the story's day, and adds one without leaving the story.</summary>
public sealed class PersonPickerTests : IAsyncLifetime
{
    private const string People = "/newsroom/api/people";
    private TestSite _site = null!;
    private HttpClient _ada = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _ada = await _site.SignInAsync();
        await _site.AddAsync(
        [
            new Person { Slug = "frances-nicholson", Name = "Frances Nicholson", OtherNames = ["Cllr F. Nicholson"], Roles = [Role("former cabinet member", asOf: "2022-09-21"), Role("cabinet member for children’s services", asOf: "2014-11-26")] },
            new Person { Slug = "sian-pike", Name = "Siân Pike", Summary = "Harbour master.", Roles = [Role("harbour master", "2021", "2024-05"), Role("deputy harbour master", "2018-03", "2020")] },
        ], "people");
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("nich", "Frances Nicholson")]
    [InlineData("cllr nich", "Frances Nicholson")]
    [InlineData("sian", "Siân Pike")]
    [InlineData("icholson", null)]
    public async Task People_are_found_by_the_beginnings_of_their_names(string q, string? name)
    {
        var items = await FindAsync(q, "2022-09-21");

        Assert.Equal(name is null ? [] : [name], items.Select(i => (string)i!["name"]!));
    }

    [Theory]
    [InlineData("frances", "2014-11-26", "cabinet member for children’s services", null)]
    [InlineData("frances", "2022-09-21", "former cabinet member", null)]
    [InlineData("frances", "2018-01-01", "cabinet member for children’s services", "2014-11-26")]
    [InlineData("frances", "2010-01-01", null, null)]
    [InlineData("sian", "2024-05-31", "harbour master", null)]
    [InlineData("sian", "2024-06-01", null, null)]
    [InlineData("sian", "2020-12-31", "deputy harbour master", null)]
    [InlineData("sian", "2018-02-28", null, null)]
    public async Task The_role_is_that_of_the_day(string q, string on, string? role, string? asOf)
    {
        var person = Assert.Single(await FindAsync(q, on))!;

        Assert.Equal((role, asOf), ((string?)person["role"], (string?)person["roleAsOf"]));
    }

    [Fact]
    public async Task A_person_is_added_found_at_once_and_exported()
    {
        using var made = await _ada.PostAsJsonAsync(People, new { name = " Zoë  Quay ", role = "leader of the council", organisation = "Port Council", from = "2025-05" });
        var item = (await made.Content.ReadFromJsonAsync<JsonNode>())!;
        using var again = await _ada.PostAsJsonAsync(People, new { name = "Ned Quay", role = "clerk", organisation = "port council" });
        var folder = Path.Combine(_site.Folder, "export");
        await ContentDirectory.ExportAsync(_site, folder);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (made.StatusCode, again.StatusCode));
        Assert.Equal(("zoe-quay", "leader of the council"), ((string?)item["slug"], (string?)item["role"]));
        Assert.Single(await FindAsync("zoe", "2026-05-04"));
        Assert.Equal("name: Zoë  Quay\nroles:\n  - title: leader of the council\n    organisation: port-council\n    from: 2025-05\n", await File.ReadAllTextAsync(Path.Combine(folder, "people", "zoe-quay.yml")));
        Assert.Equal(["port-council.yml"], Directory.GetFiles(Path.Combine(folder, "organisations")).Select(Path.GetFileName));
        Assert.Equal(HttpStatusCode.OK, (await _site.Reader.GetAsync("/people/zoe-quay")).StatusCode);
    }

    [Fact]
    public async Task Somebody_of_the_same_name_is_shown_first_and_another_can_still_be_added()
    {
        using var asked = await _ada.PostAsJsonAsync(People, new { name = "sian pike" });
        var problem = (await asked.Content.ReadFromJsonAsync<JsonNode>())!;
        using var made = await _ada.PostAsJsonAsync(People, new { name = "Sian Pike", another = true });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Created), (asked.StatusCode, made.StatusCode));
        Assert.Equal("sian-pike", (string?)problem["existing"]![0]!["slug"]);
        Assert.Equal("sian-pike-2", (string?)(await made.Content.ReadFromJsonAsync<JsonNode>())!["slug"]);
    }

    [Theory]
    [InlineData(" ", null, null, null, "Write the person’s name")]
    [InlineData("Ned", "clerk", null, "soon", "“soon” is no date")]
    [InlineData("Ned", null, "Port Council", null, "Write the role")]
    public async Task What_is_missing_is_asked_for(string name, string? role, string? organisation, string? from, string message)
    {
        using var answer = await _ada.PostAsJsonAsync(People, new { name, role, organisation, from });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["detail"]);
    }

    [Fact]
    public async Task A_moderator_looks_people_up_and_adds_none()
    {
        var moderator = await _site.SignInAsync(NewsSite.Web.Newsroom.Role.Moderator);

        Assert.Equal(HttpStatusCode.OK, (await moderator.GetAsync($"{People}?q=sian")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.PostAsJsonAsync(People, new { name = "Ned" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _ada.GetAsync($"{People}?on=soon")).StatusCode);
    }

    private static DatedRole Role(string title, string? from = null, string? to = null, string? asOf = null) => new(title, null, Date(from), Date(to), Date(asOf), null);

    private static PartialDate? Date(string? text) => PartialDate.TryParse(text, out var date) ? date : null;

    private async Task<JsonArray> FindAsync(string q, string on) => (await _ada.GetFromJsonAsync<JsonNode>($"{People}?q={Uri.EscapeDataString(q)}&on={on}"))!["items"]!.AsArray();
}
