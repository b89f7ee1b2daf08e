using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Authors;
using NewsSite.Web.Background;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Tests;

/// <summary>A story as a test needs it: <c>await site.PublishAsync(new AStory { Slug = "pier", Topics = ["coast"] })</c>.</summary>
internal sealed record AStory
{
    public string Slug { get; init; } = "storm-takes-the-pier";

    public ArticleKind Kind { get; init; } = ArticleKind.News;

    public string Headline { get; init; } = "Storm takes the pier";

    public string? Standfirst { get; init; }

    public string? SocialHeadline { get; init; }

    public string? SocialDescription { get; init; }

    /// <summary>Slugs; authors that the register lacks are added.</summary>
    public IReadOnlyList<string> Bylines { get; init; } = ["ada-quill"];

    /// <summary>Slugs; topics that the register lacks are added.</summary>
    public IReadOnlyList<string> Topics { get; init; } = ["coast"];

    public IReadOnlyList<string> Sources { get; init; } = [];

    public LeadImage? LeadImage { get; init; }

    public IReadOnlyList<Block> Blocks { get; init; } = [new ProseBlock { Id = "words", Text = "The pier is gone." }];

    /// <summary>The day, or day and minute, such as "2026-05-01 06:00".</summary>
    public string Published { get; init; } = "2026-05-01";

    public string? Updated { get; init; }
}

internal static class Stories
{
    private static readonly Actor Someone = new(null, "test");

    extension(TestSite site)
    {
        /// <summary>Shows the story to readers: a new article, or the next revision of the one at this slug. The next request sees it.</summary>
        public Task<Guid> PublishAsync(AStory story) => site.InOneGoAsync(async (services, db) =>
        {
            await AddMissingAsync(services, db, story);
            var (article, revision, before) = await SaveAsync(services, db, story);
            var desk = services.GetRequiredService<Desk>();
            var change = desk.GoLive(article, revision, before, before is null ? null : article.Slug,
                WallTime.Parse(story.Published)!.Value, story.Updated is { } updated ? WallTime.Parse(updated) : null, Someone, null);
            await desk.FinishAsync([change], CancellationToken.None);
            return article.Id;
        });

        /// <summary>Saves the story where only the newsroom sees it.</summary>
        public Task<Guid> DraftAsync(AStory story) => site.InOneGoAsync(async (services, db) =>
        {
            var (article, _, _) = await SaveAsync(services, db, story);
            await db.SaveChangesAsync();
            return article.Id;
        });

        /// <summary>Takes a live story from readers.</summary>
        public Task<Guid> WithdrawAsync(string slug) => site.InOneGoAsync(async (services, db) =>
        {
            var article = await db.Articles.SingleAsync(a => a.Slug == slug);
            var desk = services.GetRequiredService<Desk>();
            var change = desk.Withdraw(article, await db.Revisions.SingleAsync(r => r.Id == article.LiveId), null, Someone, null);
            await desk.FinishAsync([change], CancellationToken.None);
            return article.Id;
        });

        /// <summary>Puts rows of registers into the database and announces the tags of the pages that show them.</summary>
        public Task<int> AddAsync(IEnumerable<object> rows, params string[] tags) => site.InOneGoAsync(async (services, db) =>
        {
            db.AddRange(rows);
            await db.AnnounceAsync(tags, services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
            return tags.Length;
        });

        private async Task<T> InOneGoAsync<T>(Func<IServiceProvider, NewsDb, Task<T>> work)
        {
            var result = await site.DoAsync(async services =>
            {
                var db = services.GetRequiredService<NewsDb>();
                await using var transaction = await db.Database.BeginTransactionAsync();
                var made = await work(services, db);
                await transaction.CommitAsync();
                return made;
            });
            await site.Services.GetRequiredService<ChangeFeed>().CatchUpAsync(CancellationToken.None);
            return result;
        }
    }

    private static async Task<(Article Article, Revision Revision, Revision? Before)> SaveAsync(IServiceProvider services, NewsDb db, AStory story)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var article = await db.Articles.SingleOrDefaultAsync(a => a.Slug == story.Slug);
        if (article is null) db.Add(article = new(Guid.CreateVersion7(now), story.Slug));
        var before = article.LiveId is { } live ? await db.Revisions.SingleAsync(r => r.Id == live) : null;
        var revision = new Revision
        {
            Id = Guid.CreateVersion7(now),
            ArticleId = article.Id,
            BaseId = article.HeadId,
            SavedAt = now,
            SavedBy = "test",
            Kind = story.Kind,
            Headline = story.Headline,
            Standfirst = story.Standfirst,
            SocialHeadline = story.SocialHeadline,
            SocialDescription = story.SocialDescription,
            Bylines = story.Bylines,
            Topics = story.Topics,
            Sources = story.Sources,
            LeadImage = story.LeadImage,
            Comments = CommentPolicy.Site,
            Blocks = JsonSerializer.Serialize(story.Blocks, services.GetRequiredService<BlockCatalogue>().Json),
        };
        db.Add(revision);
        article.Add(revision);
        return (article, revision, before);
    }

    private static async Task AddMissingAsync(IServiceProvider services, NewsDb db, AStory story)
    {
        var tags = new List<string>();
        foreach (var slug in story.Bylines.Distinct())
            if (await db.Authors.FindAsync(slug) is null)
            {
                db.Add(new Author { Slug = slug, Name = NameOf(slug) });
                tags.Add("authors");
            }
        foreach (var slug in story.Topics.Distinct())
            if (await db.Topics.FindAsync(slug) is null)
            {
                db.Add(new Topic { Slug = slug, Name = NameOf(slug) });
                tags.Add("topics");
            }
        if (tags.Count > 0) await db.AnnounceAsync(tags, services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
    }

    private static string NameOf(string slug) =>
        string.Join(' ', slug.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
