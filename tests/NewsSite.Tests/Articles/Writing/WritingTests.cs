using System.Net;
using System.Text.Json.Nodes;
using NewsSite.Tests.Api;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Articles.Workflow;
using NewsSite.Tests.Audit;
using NewsSite.Tests.Media;
using NewsSite.Web.Accounts.Tokens;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Writing;

/// <summary>What programs do to stories, and what is refused them.</summary>
public sealed class WritingTests : IAsyncLifetime
{
    private ADesk _desk = null!;
    private HttpClient _writer = null!, _editor = null!;

    private TestSite Site => _desk.Site;

    public async Task InitializeAsync()
    {
        _desk = await ADesk.OpenAsync();
        _writer = await Site.ProgramAsync(Role.Journalist, "Rita Writer");
        _editor = await Site.ProgramAsync(Role.Editor, "Eddie Marks");
    }

    public async Task DisposeAsync()
    {
        _writer.Dispose();
        _editor.Dispose();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task A_whole_life_of_a_story_stands_in_the_record_and_every_answer_is_as_documented()
    {
        var check = new SchemaCheck(JsonNode.Parse(await Site.Reader.GetStringAsync("/openapi/v1.json"))!);
        var (draft, tag) = await _writer.BeginAsync(ADesk.Story);
        var read = await _writer.DoneAsync(HttpMethod.Get, draft, tag);
        var faults = new List<string>(check.Faults(JsonNode.Parse("""{"$ref":"#/components/schemas/DraftDocument"}""")!, read));
        foreach (var (by, method, act, body) in new (HttpClient, HttpMethod, string, object?)[]
        {
            (_writer, HttpMethod.Post, "submit", new { note = "From page 4." }),
            (_editor, HttpMethod.Post, "send-back", new { note = "Ask the harbour master." }),
            (_writer, HttpMethod.Post, "submit", null),
            (_editor, HttpMethod.Post, "approve", new { note = "Well found." }),
            (_editor, HttpMethod.Put, "schedule", new { at = "2026-05-05 06:00" }),
            (_editor, HttpMethod.Delete, "schedule", null),
            (_editor, HttpMethod.Post, "publish", null),
            (_editor, HttpMethod.Post, "withdraw", new { reason = "legal", at = "2026-05-06 06:00" }),
            (_editor, HttpMethod.Delete, "withdrawal", null),
            (_editor, HttpMethod.Post, "withdraw", new { reason = "publishedInError", note = "Not complete.", why = "Wrong button." }),
        })
        {
            var standing = await by.DoneAsync(method, $"{draft}/{act}", tag, body);
            faults.AddRange(check.Faults(JsonNode.Parse("""{"$ref":"#/components/schemas/StandingAnswer"}""")!, standing).Select(f => $"{act} {f}"));
        }

        var record = await Site.RecordAsync();

        Assert.Empty(faults);
        Assert.Equal(410, await _desk.StatusAsync());
        Assert.Equal(
        [
            "article.begun", "article.submitted", "article.sent-back", "article.submitted", "article.approved", "article.scheduled", "article.unscheduled",
            "article.published", "article.withdrawal-scheduled", "article.withdrawal-unscheduled", "article.withdrawn",
        ], record.Select(e => e.Act));
        Assert.Equal("Rita Writer sent “Storm takes the pier” for review (token “Robot”)", $"{record[1].By} {record[1].Words}");
        Assert.All(record, e => Assert.EndsWith("(token “Robot”)", e.Words, StringComparison.Ordinal));
        Assert.Empty(await Site.AuditFaultsAsync());
    }

    [Fact]
    public async Task A_program_s_save_merges_with_a_colleague_s_and_where_both_changed_the_same_both_texts_come_back()
    {
        var start = ADesk.Story with { Blocks = [ADraft.Block("lead", "One."), ADraft.Block("end", "Two.")] };
        var (draft, tag) = await _writer.BeginAsync(start);
        var id = Guid.Parse(draft.Split('/')[^1]);
        await _desk.Ada.SaveAsync(id, Guid.Parse(tag.Trim('"')), start with { Blocks = [ADraft.Block("lead", "One, says Ada."), ADraft.Block("end", "Two.")] });

        var merged = await _writer.DoneAsync(HttpMethod.Put, draft, tag, start with { Blocks = [ADraft.Block("lead", "One."), ADraft.Block("end", "Two, says Rita.")] });
        using var conflict = await _writer.CallAsync(HttpMethod.Put, draft, start with { Blocks = [ADraft.Block("lead", "One, says Rita."), ADraft.Block("end", "Two.")] }, tag);
        var problem = await DraftClient.ProblemAsync(conflict, HttpStatusCode.Conflict);

        Assert.Equal(["One, says Ada.", "Two, says Rita."], merged["content"]!["blocks"]!.AsArray().Select(b => (string)b!["text"]!));
        Assert.Equal(["Ada Quill"], merged["mergedOf"]!.AsArray().Select(n => (string)n!));
        Assert.Equal((string)merged["revision"]!, problem.GetProperty("head").GetProperty("revision").GetString());
        var first = problem.GetProperty("conflicts").EnumerateArray().First();
        Assert.Equal(("One, says Rita.", "One, says Ada."), (first.GetProperty("yours").GetProperty("text").GetString(), first.GetProperty("theirs").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Updates_name_the_revision_that_was_read()
    {
        var (draft, tag) = await _writer.BeginAsync(ADesk.Story);
        var stranger = $"\"{DraftClient.NewId(Site)}\"";
        var acts = new (HttpMethod Method, string Act, object? Body)[]
        {
            (HttpMethod.Post, "/submit", null), (HttpMethod.Post, "/approve", null), (HttpMethod.Post, "/send-back", new { note = "No." }), (HttpMethod.Post, "/publish", null),
            (HttpMethod.Put, "/schedule", new { at = "2026-05-05 06:00" }), (HttpMethod.Delete, "/schedule", null), (HttpMethod.Post, "/withdraw", new { reason = "legal" }),
            (HttpMethod.Post, "/withdraw", new { reason = "legal", at = "2026-05-05 06:00" }), (HttpMethod.Delete, "/withdrawal", null), (HttpMethod.Put, "", ADesk.Story),
        };

        foreach (var (method, act, body) in acts)
        {
            Assert.Contains("If-Match", await _editor.RefusedAsync(428, method, draft + act, null, body), StringComparison.Ordinal);
            foreach (var wrong in new[] { "*", "W/" + tag, tag.Trim('"'), $"{tag}, {stranger}", "\"\"", stranger }) await _editor.RefusedAsync(412, method, draft + act, wrong, body);
        }
        await _writer.DoneAsync(HttpMethod.Put, draft, tag, ADesk.Story with { Headline = "Storm takes two piers" });
        foreach (var (method, act, body) in acts.Where(a => a.Act.Length > 0))
            Assert.Contains("Rita Writer has saved this story since", await _editor.RefusedAsync(412, method, draft + act, tag, body), StringComparison.Ordinal);
        Assert.Equal(["article.begun"], (await Site.RecordAsync()).Select(e => e.Act));
    }

    [Fact]
    public async Task What_is_wrong_is_told_in_plain_words_and_nothing_is_done()
    {
        var (draft, tag) = await _writer.BeginAsync(ADesk.Story);
        var absent = $"/api/v1/drafts/{DraftClient.NewId(Site)}";

        Assert.Contains("no such story", await _writer.RefusedAsync(404, HttpMethod.Get, absent), StringComparison.Ordinal);
        Assert.Contains("no such story", await _writer.RefusedAsync(404, HttpMethod.Put, absent, tag, ADesk.Story), StringComparison.Ordinal);
        Assert.Contains("no such story", await _editor.RefusedAsync(404, HttpMethod.Post, absent + "/publish", tag), StringComparison.Ordinal);
        Assert.Contains("“haedline”", await _writer.RefusedAsync(422, HttpMethod.Post, Programs.Articles, null, """{"haedline":"x"}"""), StringComparison.Ordinal);
        Assert.Contains("no author “nobody”", await _writer.RefusedAsync(422, HttpMethod.Post, Programs.Articles, null, """{"bylines":["nobody"]}"""), StringComparison.Ordinal);
        Assert.Contains("“standfirst” is missing", await _writer.RefusedAsync(422, HttpMethod.Put, draft, tag, """{"headline":"x"}"""), StringComparison.Ordinal);
        Assert.Contains("no JSON", await _writer.RefusedAsync(400, HttpMethod.Post, Programs.Articles, null, "{"), StringComparison.Ordinal);
        Assert.Contains("no JSON", await _writer.RefusedAsync(400, HttpMethod.Post, Programs.Articles, null, """{"headline":"x","headline":"y"}"""), StringComparison.Ordinal);
        Assert.Contains("half a character", await _writer.RefusedAsync(400, HttpMethod.Post, Programs.Articles, null, """{"headline":"\ud800"}"""), StringComparison.Ordinal);
        Assert.Contains("“tone”", await _writer.RefusedAsync(400, HttpMethod.Post, draft + "/submit", tag, """{"tone":"x"}"""), StringComparison.Ordinal);
        Assert.Contains("“note”", await _writer.RefusedAsync(400, HttpMethod.Post, draft + "/submit", tag, """{"note":7}"""), StringComparison.Ordinal);
        Assert.Contains("Content-Type", await _writer.RefusedAsync(415, HttpMethod.Post, Programs.Articles, null, new StringContent("headline=x", null, "application/x-www-form-urlencoded")), StringComparison.Ordinal);
        Assert.Contains("more than", await _writer.RefusedAsync(413, HttpMethod.Post, Programs.Articles, null, $$"""{"headline":"{{new string('x', 2_200_000)}}"}"""), StringComparison.Ordinal);
        Assert.Contains("more than", await _writer.RefusedAsync(413, HttpMethod.Post, draft + "/submit", tag, $$"""{"note":"{{new string('x', 70_000)}}"}""", "key"), StringComparison.Ordinal);
        Assert.Contains("Nobody has sent", await _editor.RefusedAsync(422, HttpMethod.Post, draft + "/approve", tag), StringComparison.Ordinal);
        Assert.Contains("not approved", await _editor.RefusedAsync(422, HttpMethod.Post, draft + "/publish", tag), StringComparison.Ordinal);
        Assert.Contains("nothing to withdraw", await _editor.RefusedAsync(422, HttpMethod.Post, draft + "/withdraw", tag, """{"reason":"legal"}"""), StringComparison.Ordinal);
        Assert.Contains("Choose why", await _editor.RefusedAsync(422, HttpMethod.Post, draft + "/withdraw", tag, "{}"), StringComparison.Ordinal);
        Assert.Contains("does not exist", await _editor.RefusedAsync(422, HttpMethod.Put, draft + "/schedule", tag, """{"at":"2027-03-28 01:30"}"""), StringComparison.Ordinal);
        Assert.Contains("Readers cannot see", await _editor.RefusedAsync(409, HttpMethod.Post, draft + "/corrections", null, """{"wrong":"a","right":"b"}"""), StringComparison.Ordinal);
        Assert.Equal(["article.begun"], (await Site.RecordAsync()).Select(e => e.Act));
    }

    [Fact]
    public async Task A_correction_reaches_readers()
    {
        var (id, _) = await _desk.LiveAsync();

        using var made = await _editor.CallAsync(HttpMethod.Post, $"/api/v1/drafts/{id}/corrections", new { wrong = "It was built in 1896.", right = "It was built in 1869." });
        var page = await Site.Reader.GetStringAsync("/news/storm-takes-the-pier");

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Contains("It was built in 1869.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_kept_once_and_what_is_none_is_refused()
    {
        const string Media = "/api/v1/media?file=The%20Pier.png&credit=Ada%20Quill";
        using var first = await _writer.CallAsync(HttpMethod.Post, Media, Programs.Picture(APicture.Png(8, 8)));
        using var again = await _writer.CallAsync(HttpMethod.Post, "/api/v1/media", Programs.Picture(APicture.Png(8, 8), "application/octet-stream"));
        var picture = JsonNode.Parse(await first.Content.ReadAsStringAsync())!;

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal(("the-pier.png", "Ada Quill"), ((string)picture["file"]!, (string)picture["credit"]!));
        Assert.Equal((string)picture["id"]!, (string)JsonNode.Parse(await again.Content.ReadAsStringAsync())!["id"]!);
        Assert.Equal(HttpStatusCode.OK, (await Site.Reader.GetAsync(first.Headers.Location!.AbsolutePath)).StatusCode);
        Assert.NotEmpty(await _writer.RefusedAsync(422, HttpMethod.Post, Media, null, Programs.Picture("not a picture"u8.ToArray())));
        Assert.Contains("bytes as the body", await _writer.RefusedAsync(415, HttpMethod.Post, Media, null, new MultipartFormDataContent { { new ByteArrayContent(APicture.Png(8, 8)), "file", "pier.png" } }), StringComparison.Ordinal);
        Assert.Contains("more than", await _writer.RefusedAsync(413, HttpMethod.Post, Media, null, Programs.Picture(new byte[26 * 1_048_576]), "key"), StringComparison.Ordinal);
        Assert.Contains("“credit”", await _writer.RefusedAsync(400, HttpMethod.Post, "/api/v1/media?credit=" + new string('x', 121), null, Programs.Picture(APicture.Png(8, 8))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_tokens_write_and_each_only_what_its_scopes_and_its_owner_s_role_allow()
    {
        using var nobody = Site.With("ns_unknown");
        using var noToken = await Site.Reader.PostAsync(Programs.Articles, null);
        using var unknown = await nobody.PostAsync(Programs.Articles, null);
        using var cookie = await _desk.Dora.PostAsync(Programs.Articles, null); // with her antiforgery token

        Assert.All(new[] { noToken, unknown, cookie }, a => Assert.Equal(HttpStatusCode.Unauthorized, a.StatusCode));
        Assert.Equal("Bearer realm=\"newsroom\"", noToken.Headers.WwwAuthenticate.ToString());
        Assert.Contains("invalid_token", unknown.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        var faults = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var scope in Enum.GetValues<TokenScope>())
            {
                using var program = await Site.ProgramAsync(role, $"{role} {scope}", scope);
                foreach (var (method, path, permission) in Doors)
                {
                    using var answer = await program.CallAsync(method, path);
                    var may = Permissions.Allow(role, permission) && TokenScopes.Allow([scope], permission);
                    if (may == (answer.StatusCode is HttpStatusCode.Forbidden) || answer.StatusCode is HttpStatusCode.Unauthorized || (int)answer.StatusCode >= 500) faults.Add($"{role} {scope} {method} {path}: {(int)answer.StatusCode}");
                }
            }
        }
        Assert.Empty(faults);
    }

    private static (HttpMethod Method, string Path, Permission Permission)[] Doors
    {
        get
        {
            const string Draft = "/api/v1/drafts/0197f3a0-0000-7000-8000-000000000001";
            return
            [
                (HttpMethod.Post, Programs.Articles, Permission.WriteStories), (HttpMethod.Get, Draft, Permission.SeeAllStories), (HttpMethod.Put, Draft, Permission.WriteStories),
                (HttpMethod.Post, Draft + "/submit", Permission.WriteStories), (HttpMethod.Post, Draft + "/approve", Permission.ApproveStories), (HttpMethod.Post, Draft + "/send-back", Permission.ApproveStories),
                (HttpMethod.Post, Draft + "/publish", Permission.PublishStories), (HttpMethod.Put, Draft + "/schedule", Permission.PublishStories), (HttpMethod.Delete, Draft + "/schedule", Permission.PublishStories),
                (HttpMethod.Post, Draft + "/withdraw", Permission.PublishStories), (HttpMethod.Delete, Draft + "/withdrawal", Permission.PublishStories),
                (HttpMethod.Post, Draft + "/corrections", Permission.CorrectStories), (HttpMethod.Post, "/api/v1/media", Permission.UploadPictures),
            ];
        }
    }
}
