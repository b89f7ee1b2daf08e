using System.Net;
using System.Text.Json.Nodes;
using NewsSite.Core.Blocks;
using NewsSite.Core.Fields;
using NewsSite.Web.Articles;
using NewsSite.Web.Comments;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Blocks.Image;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Blocks.Related;
using NewsSite.Web.Blocks.Statement;
using NewsSite.Web.Jobs;
using NewsSite.Web.Media;
using NewsSite.Web.People;
using NewsSite.Web.Sources;

namespace NewsSite.Tests.Api;

/// <summary>A site with a little of everything that the API gives. Tests that change something start their own.</summary>
public sealed class ApiSite : IAsyncLifetime
{
    public const string PictureId = "0196c0de-7000-7000-8000-000000000001";

    public const string ThreadId = "0196c0de-7000-7000-8000-000000000002";

    internal TestSite Site { get; private set; } = null!;

    internal HttpClient Reader => Site.Reader;

    /// <summary>The JSON at an address that answers 200.</summary>
    public async Task<JsonNode> ReadAsync(string path)
    {
        using var answer = await Reader.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>Slugs of a list's items.</summary>
    public async Task<string[]> SlugsAsync(string path) => [.. (await ReadAsync(path))["items"]!.AsArray().Select(i => (string)i!["slug"]!)];

    public async Task InitializeAsync()
    {
        Site = await TestSite.StartAsync();
        Assert.True(PartialDate.TryParse("2021", out var year));
        await Site.AddAsync(
            [
                new Organisation { Slug = "port-council", Name = "Port Council", Kind = "Town council" },
                new Person { Slug = "morwenna-sands", Name = "Morwenna Sands", OtherNames = ["M. Sands"], Roles = [new("harbour master", "port-council", year, null, null, "secret-draft")] },
                new Person { Slug = "jory-penrose", Name = "Jory Penrose" },
                new Source { Slug = "survey", Title = "Survey of the pier", Publisher = "Port Council", Published = year },
                new MediaItem
                {
                    Id = Guid.Parse(PictureId), File = "pier.jpg", Hash = new string('a', 64), ContentType = "image/jpeg", Bytes = 100, Width = 1600, Height = 900, Credit = "Ada Quill",
                    Renditions = [new(800, "jpg"), new(400, "webp"), new(800, "webp")],
                },
                AVacancy("open-post", "2026-05-01T00:00:00Z", "2026-05-04T12:00:00Z"), AVacancy("later-post", "2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z"), AVacancy("closed-post", "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z"),
            ],
            "people", "organisations", "source:survey", "media:pier.jpg", "vacancies");
        await Site.PublishAsync(new AStory { Slug = "april", Published = "2026-04-30", Topics = ["coast"], Bylines = ["the-desk"] });
        var pier = await Site.PublishAsync(new AStory { Slug = "pier", Published = "2026-05-01 00:30", Updated = "2026-05-02", Topics = ["coast", "council"], Standfirst = "Nobody was hurt.", Sources = ["survey"], SocialHeadline = "The night the pier went", LeadImage = new("pier.jpg", PicturePurpose.Described, "Planks in the surf.", null, null), Blocks = Words });
        await Site.PublishAsync(new AStory { Slug = "view", Kind = ArticleKind.Opinion, Published = "2026-05-02", Topics = ["council"] });
        await Site.PublishAsync(new AStory { Slug = "budget", Kind = ArticleKind.Analysis, Published = "2026-05-03", Topics = ["council"], Bylines = ["the-desk", "ada-quill"], Blocks = [new StatementBlock { Id = "b1", Person = "morwenna-sands", Name = "Morwenna Sands", Words = ["No."] }] });
        await CommentAsync(pier, Guid.Parse(ThreadId), null);
        await CommentAsync(pier, Guid.CreateVersion7(Site.Clock.GetUtcNow()), Guid.Parse(ThreadId));
        await Site.DraftAsync(new AStory { Slug = "secret-draft", Headline = "Secret" });
        await Site.DraftAsync(new AStory { Slug = "pier", Headline = "Secret revision" });
        await Site.PublishAsync(new AStory { Slug = "withdrawn", Published = "2026-05-02", Blocks = Words });
        await Site.WithdrawAsync("withdrawn");
    }

    private Task<int> CommentAsync(Guid story, Guid id, Guid? answers) => Site.InDbAsync(async db =>
    {
        db.Add(new Comment { Id = id, ArticleId = story, ThreadId = answers ?? id, AnswersId = answers, Name = "Jory", Words = "The pier *will* be missed.", State = CommentState.Approved, Verdict = CommentState.Approved, At = Site.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
        await db.PlaceAsync(id, default);
        return 0;
    });

    public async Task DisposeAsync() => await Site.DisposeAsync();

    private static readonly Block[] Words =
    [
        new ProseBlock { Id = "p1", Text = "The [budget](/news/budget) is **gone**." },
        new StatementBlock { Id = "s1", Person = "morwenna-sands", Name = "Morwenna Sands", Role = "harbour master", Occasion = "on the quay", Words = ["“We will rebuild it.”", "“Soon.”"] },
        new ImageBlock { Id = "i1", Media = "pier.jpg", Purpose = PicturePurpose.Captioned, Caption = "The pier." },
        new UnknownBlock { Id = "u1", Type = "weather", Json = """{"type":"weather","id":"u1","v":1,"secret":true}""" },
        new RelatedBlock { Id = "r1", Articles = [new() { Slug = "budget" }, new() { Slug = "secret-draft" }] },
    ];

    private static Vacancy AVacancy(string slug, string opens, string closes) => new()
    {
        Slug = slug,
        Title = "Harbour Engineer",
        Recruiter = "Port Council",
        Words = "Look after the sea wall.",
        OpensAt = DateTimeOffset.Parse(opens, System.Globalization.CultureInfo.InvariantCulture),
        ClosesAt = DateTimeOffset.Parse(closes, System.Globalization.CultureInfo.InvariantCulture),
        Pay = new("£24,404 - £25,183", 24_404, 25_183, "GBP", PayPeriod.Year, 12.65m, null, "Grade 3", true),
    };
}
