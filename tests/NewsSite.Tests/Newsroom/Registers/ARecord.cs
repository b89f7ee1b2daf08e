using System.Net;
using System.Text.RegularExpressions;
using NewsSite.Tests.Exchange;
using NewsSite.Web.Exchange;

namespace NewsSite.Tests.Newsroom.Registers;

/// <summary>A record as somebody would type it, for each register.</summary>
/// <param name="Path">The register's name in addresses.</param>
/// <param name="Folder">Its folder in content files.</param>
/// <param name="Key">The key that the record gets.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Fields">What is typed.</param>
/// <param name="Required">A field that must be filled in.</param>
/// <param name="Other">A field that can be changed.</param>
/// <param name="Search">Beginnings of words that find it.</param>
internal sealed record ARecord(string Path, string Folder, string Key, string Name, IReadOnlyDictionary<string, string> Fields, string Required, (string Field, string Value) Other, string Search)
{
    public static readonly IReadOnlyList<ARecord> All =
    [
        new("people", "people", "morwenna-sands", "Morwenna Sands", new Dictionary<string, string> { ["name"] = "Morwenna Sands", ["roles-0-title"] = "harbour master", ["roles-0-from"] = "2019-05" }, "name", ("summary", "Keeps the harbour."), "san mor"),
        new("organisations", "organisations", "port-council", "Port Council", new Dictionary<string, string> { ["name"] = "Port Council", ["kind"] = "Town council" }, "name", ("kind", "District council"), "cou por"),
        new("sources", "sources", "survey-of-the-pier", "Survey of the pier", new Dictionary<string, string> { ["title"] = "Survey of the pier", ["published"] = "2026-04" }, "title", ("publisher", "Port Council"), "surv pie"),
        new("topics", "topics", "coast", "Coast", new Dictionary<string, string> { ["name"] = "Coast", ["section"] = "3" }, "name", ("description", "Piers and sea walls."), "coa"),
        new("authors", "authors", "ada-quill", "Ada Quill", new Dictionary<string, string> { ["name"] = "Ada Quill" }, "name", ("job", "Coast reporter"), "qui"),
        new("jobs", "vacancies", "harbour-engineer", "Harbour engineer", new Dictionary<string, string>
        {
            ["title"] = "Harbour engineer", ["recruiter"] = "Port Council", ["words"] = "Look after the wall.", ["pay"] = "£24,404 - £25,183", ["minimum"] = "£24,404", ["maximum"] = "25183", ["period"] = "year",
            ["opens-day"] = "2026-05-01", ["closes-day"] = "2026-05-31", ["closes-time"] = "17:00",
        }, "pay", ("grade", "Grade 3"), "harb port"),
        new("promotions", "promotions", "walk-the-wall", "Walk the wall", new Dictionary<string, string>
        {
            ["headline"] = "Walk the wall", ["label"] = "Campaign", ["slot"] = "rail", ["starts-day"] = "2026-05-01",
        }, "label", ("advertiser", "Port Council"), "wal camp"),
        new("redirects", "redirects", "/old-pier", "/old-pier", new Dictionary<string, string> { ["from"] = "/old-pier", ["to"] = "/news" }, "to", ("to", "/archive"), "pier"),
    ];

    public static TheoryData<string> Paths => new(All.Select(r => r.Path));

    public static ARecord Of(string path) => All.Single(r => r.Path == path);

    public string List => $"/newsroom/{Path}";

    public string Address => Key.StartsWith('/') ? $"{List}/record?key={Uri.EscapeDataString(Key)}" : $"{List}/{Key}";

    public string Delete => Key.StartsWith('/') ? $"{List}/record/delete?key={Uri.EscapeDataString(Key)}" : $"{List}/{Key}/delete";

    public ARecord With(string field, string value) => this with { Fields = new Dictionary<string, string>(Fields) { [field] = value } };
}

/// <summary>Content files of a site.</summary>
internal static class RecordFiles
{
    extension(TestSite site)
    {
        /// <summary>Exports the site into a folder of its own.</summary>
        public async Task<string> ExportToAsync(string name)
        {
            var path = System.IO.Path.Combine(site.Folder, name);
            await ContentDirectory.ExportAsync(site, path);
            return path;
        }

        public Task<ImportResult> ImportFromAsync(string path, bool force = false) => ContentDirectory.ImportAsync(site, path, force: force);
    }
}

/// <summary>The forms of the registers, over HTTP.</summary>
internal static partial class RecordForms
{
    extension(HttpClient who)
    {
        /// <summary>Adds a record, which must go well.</summary>
        public async Task AddRecordAsync(ARecord record)
        {
            using var answer = await who.SendFormAsync(record.List + "/new", record.Fields);

            Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
            Assert.Equal(record.Address, answer.Headers.Location!.OriginalString);
        }

        /// <summary>The version that a form is made of.</summary>
        public async Task<string> VersionAsync(string path) => Version().Match(await who.GetStringAsync(path)).Groups[1].Value;

        public Task<HttpResponseMessage> SendFormAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string? version = null) =>
            who.PostAsync(path, new FormUrlEncodedContent([.. fields, .. version is null ? [] : new[] { KeyValuePair.Create("version", version) }]));

        /// <summary>The page after a form was sent, as text with entities resolved.</summary>
        public async Task<string> PageAfterAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string? version = null)
        {
            using var answer = await who.SendFormAsync(path, fields, version);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    [GeneratedRegex("name=\"version\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Version();
}
