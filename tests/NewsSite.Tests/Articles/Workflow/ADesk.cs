using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Authors;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Topics;

namespace NewsSite.Tests.Articles.Workflow;

/// <summary>A newsroom with a journalist, two editors and an administrator.</summary>
internal sealed class ADesk : IAsyncDisposable
{
    public TestSite Site { get; private init; } = null!;

    /// <summary>A journalist.</summary>
    public HttpClient Ada { get; private init; } = null!;

    /// <summary>An editor.</summary>
    public HttpClient Ben { get; private init; } = null!;

    /// <summary>Another editor.</summary>
    public HttpClient Cleo { get; private init; } = null!;

    /// <summary>An administrator.</summary>
    public HttpClient Dora { get; private init; } = null!;

    public static DraftContent Story => ADraft.Of("lead=The pier is gone.") with { Headline = "Storm takes the pier", Bylines = ["ada-quill"], Topics = ["coast"] };

    public static async Task<ADesk> OpenAsync()
    {
        var site = await TestSite.StartAsync();
        await site.AddAsync([new Author { Slug = "ada-quill", Name = "Ada Quill" }, new Topic { Slug = "coast", Name = "Coast" }], "authors", "topics");
        return new()
        {
            Site = site,
            Ada = await site.SignInAsync(Role.Journalist, "Ada Quill"),
            Ben = await site.SignInAsync(Role.Editor, "Ben Hart"),
            Cleo = await site.SignInAsync(Role.Editor, "Cleo Marsh"),
            Dora = await site.SignInAsync(Role.Administrator, "Dora Lane"),
        };
    }

    /// <summary>A story by somebody, saved once.</summary>
    public async Task<(Guid Id, Guid Revision)> WriteAsync(HttpClient by, DraftContent? content = null)
    {
        var id = DraftClient.NewId(Site);
        return (id, (await by.SaveAsync(id, null, content ?? Story)).Revision);
    }

    /// <summary>A story of Ada's that Ben has approved.</summary>
    public async Task<(Guid Id, Guid Revision)> ApprovedAsync(DraftContent? content = null)
    {
        var (id, revision) = await WriteAsync(Ada, content);
        await Ada.DoAsync(HttpMethod.Post, id, "submit", new { revision });
        await Ben.DoAsync(HttpMethod.Post, id, "approve", new { revision });
        return (id, revision);
    }

    /// <summary>A live story of Ada's.</summary>
    public async Task<(Guid Id, Guid Revision)> LiveAsync(DraftContent? content = null)
    {
        var (id, revision) = await ApprovedAsync(content);
        await Ben.DoAsync(HttpMethod.Put, id, "live", new { revision });
        return (id, revision);
    }

    public async Task<int> StatusAsync(string path = "/news/storm-takes-the-pier") => (int)(await Site.Reader.GetAsync(path)).StatusCode;

    public async ValueTask DisposeAsync()
    {
        foreach (var somebody in new[] { Ada, Ben, Cleo, Dora }) somebody.Dispose();
        await Site.DisposeAsync();
    }
}
