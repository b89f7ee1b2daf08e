using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Checks;
using NewsSite.Web.Authors;
using NewsSite.Web.Blocks.Image;
using NewsSite.Web.Blocks.KeyFacts;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Blocks.PullQuote;
using NewsSite.Web.Blocks.Related;
using NewsSite.Web.Blocks.Statement;
using NewsSite.Web.People;
using NewsSite.Web.Topics;

namespace NewsSite.Tests.Articles.Checks;

/// <summary>The issues of a story, each with the place where it is.</summary>
public sealed class StoryCheckTests : IAsyncLifetime
{
    private static readonly AStory Whole = new() { Standfirst = "Nobody was hurt." };
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        await _site.AddAsync([new Author { Slug = "ada-quill", Name = "Ada Quill" }, new Topic { Slug = "coast", Name = "Coast" }, new Person { Slug = "ada-ferry", Name = "Ada Ferry" }], "authors", "topics");
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_whole_story_has_no_issues() => Assert.Empty(await IssuesAsync(Whole));

    [Fact]
    public async Task What_a_story_cannot_do_without_stops_its_publication()
    {
        var issues = await IssuesAsync(new AStory { Headline = " ", Bylines = [], Topics = [], Blocks = [] });

        Assert.Equal(["headline", "bylines", "blocks"], issues.Where(i => i.Severity is IssueSeverity.Stop).Select(i => i.Field));
        Assert.Equal(["standfirst", "topics"], issues.Where(i => i.Severity is IssueSeverity.Warn).Select(i => i.Field));
        Assert.All(issues, i => Assert.Null(i.Block));
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, IssueSeverity.Warn)]
    [InlineData(201, IssueSeverity.Stop)]
    public async Task A_headline_may_be_only_so_long(int length, IssueSeverity? severity)
    {
        var issues = await IssuesAsync(Whole with { Headline = "H" + new string('x', length - 1) });

        Assert.Equal(severity is null ? [] : [severity.Value], issues.Where(i => i.Field == "headline").Select(i => i.Severity));
    }

    [Fact]
    public async Task Records_that_are_gone_are_named_with_the_block_that_names_them()
    {
        await _site.DraftAsync(new AStory { Slug = "not-yet" });
        var issues = await IssuesAsync(Whole with
        {
            Bylines = ["nobody"],
            Topics = ["nothing"],
            Sources = ["no-report"],
            LeadImage = new("gone.jpg", PicturePurpose.Decorative, null, null, null),
            Blocks =
            [
                new ProseBlock { Id = "p", Text = "See [the plan](/news/no-such) and [the vote](http://localhost:5080/news/not-yet)." },
                new StatementBlock { Id = "s", Person = "who", Name = "Who", Role = "mayor", Words = ["Well."] },
                new RelatedBlock { Id = "r", Articles = [new() { Slug = "not-yet" }, new() { Slug = "never-was" }] },
            ],
        });

        Assert.Equal(
            [
                (IssueSeverity.Stop, null, "bylines"), (IssueSeverity.Warn, null, "topics"), (IssueSeverity.Stop, null, "sources"), (IssueSeverity.Stop, null, "leadImage"),
                (IssueSeverity.Warn, "p", "text"), (IssueSeverity.Warn, "p", "text"), (IssueSeverity.Stop, "s", null), (IssueSeverity.Warn, "r", null), (IssueSeverity.Warn, "r", null),
            ],
            issues.Select(i => (i.Severity, i.Block, i.Field)));
        Assert.Equal(["the plan", "the vote"], issues.Where(i => i.Passage is not null).Select(i => i.Passage!.Text));
    }

    [Fact]
    public async Task A_block_s_own_checks_come_with_its_id_and_field()
    {
        var issues = await IssuesAsync(Whole with
        {
            Blocks = [.. Whole.Blocks, new ImageBlock { Id = "i", Purpose = PicturePurpose.Described }, new KeyFactsBlock { Id = "k", Facts = [new() { Text = "One." }, new()] }, new PullQuoteBlock { Id = "q", Text = "Nobody said this." }],
        });

        Assert.Equal([("i", "media"), ("i", "alt"), ("k", "facts.1.text"), ("q", "text")], issues.Select(i => (i.Block, i.Field)));
    }

    [Theory]
    [InlineData("[click here](https://example.org)", "does not say where", "click here", IssueSeverity.Warn)]
    [InlineData("Read[](https://example.org) it.", "has no words", null, IssueSeverity.Stop)]
    [InlineData("The [draft](/newsroom/articles/1) of it.", "into the newsroom", "draft", IssueSeverity.Stop)]
    [InlineData("The [draft](http://localhost:5080/preview/abc) of it.", "into the newsroom", "draft", IssueSeverity.Stop)]
    [InlineData("The [file](file:///tmp/x) of it.", "no address on the web", "file", IssueSeverity.Warn)]
    [InlineData("![A pier](https://example.org/p.jpg)", "picture block", "A pier", IssueSeverity.Warn)]
    [InlineData("Words.\n\n### Third level\n\nWords.", "skips a level", "Third level", IssueSeverity.Warn)]
    [InlineData("Words.\n\n## The end", "nothing under it", "The end", IssueSeverity.Warn)]
    [InlineData("Words.\n\n**What happens next**\n\nWords.", "looks like a heading", "What happens next", IssueSeverity.Warn)]
    [InlineData("He said: “It is gone.", "never closes", "“It is gone.", IssueSeverity.Warn)]
    public async Task Running_text_is_looked_through(string text, string message, string? passage, IssueSeverity severity)
    {
        var issue = Assert.Single(await IssuesAsync(Whole with { Blocks = [new ProseBlock { Id = "p", Text = text }] }));

        Assert.Contains(message, issue.Message);
        Assert.Equal((severity, "p", "text", passage), (issue.Severity, issue.Block, issue.Field, issue.Passage?.Text));
    }

    [Fact]
    public async Task A_passage_says_which_of_the_same_words_it_is()
    {
        var issues = await IssuesAsync(Whole with { Blocks = [new ProseBlock { Id = "p", Text = "“We met prior to it,” she said. It was *prior* to it, prior to it." }] });

        Assert.Equal([("prior to", 1), ("prior to", 2)], issues.Select(i => (i.Passage!.Text, i.Passage.Index)));
        Assert.All(issues, i => Assert.Equal((IssueSeverity.Hint, "prior-to"), (i.Severity, i.Rule)));
    }

    [Fact]
    public async Task House_style_is_never_held_against_the_words_of_others()
    {
        const string others = "We met prior to the vote, kids.";
        var issues = await IssuesAsync(Whole with
        {
            Blocks =
            [
                new ProseBlock { Id = "p", Text = $"> {others}\n\nShe said: “{others}\n\n“{others}” ‘{others}’" },
                new StatementBlock { Id = "s", Person = "ada-ferry", Name = "Ada Ferry", Role = "mayor", Words = [others] },
                new PullQuoteBlock { Id = "q", Text = others },
                new KeyFactsBlock { Id = "k", Facts = [new() { Text = "Nine kids." }] },
            ],
        });

        var hint = Assert.Single(issues, i => i.Severity is IssueSeverity.Hint);
        Assert.Equal(("k", "facts.0.text", "kids"), (hint.Block, hint.Field, hint.Passage!.Text));
    }

    [Fact]
    public async Task A_picture_above_the_text_stops_publication_until_its_purpose_is_chosen()
    {
        var issues = await IssuesAsync(Whole with { LeadImage = new("county-hall.jpg", null, null, null, null) });

        var stop = Assert.Single(issues, i => i.Severity is IssueSeverity.Stop && i.Field == "leadImage.purpose");
        Assert.Contains("what the picture above the text is there for", stop.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_description_that_repeats_caption_or_file_name_is_told()
    {
        var issues = await IssuesAsync(Whole with
        {
            LeadImage = new("county-hall.jpg", PicturePurpose.Described, "The hall.", "The hall", null),
            Blocks = [.. Whole.Blocks, new ImageBlock { Id = "a", Media = "county-hall.jpg", Purpose = PicturePurpose.Described, Alt = "county-hall" }, new ImageBlock { Id = "b", Media = "county-hall.jpg", Purpose = PicturePurpose.Described, Alt = "IMG_2034" }],
        });

        Assert.Equal([(null, "leadImage.alt"), ("a", "alt"), ("b", "alt")], issues.Where(i => i.Severity is IssueSeverity.Warn).Select(i => (i.Block, i.Field)));
    }

    private Task<IReadOnlyList<StoryIssue>> IssuesAsync(AStory story) => _site.DoAsync(services => services.GetRequiredService<StoryChecks>().RunAsync(Revision(services, story), CancellationToken.None));

    private static Revision Revision(IServiceProvider services, AStory story) => new()
    {
        Id = Guid.CreateVersion7(),
        ArticleId = Guid.CreateVersion7(),
        SavedAt = DateTimeOffset.UnixEpoch,
        SavedBy = "test",
        Kind = story.Kind,
        Headline = story.Headline,
        Standfirst = story.Standfirst,
        Bylines = story.Bylines,
        Topics = story.Topics,
        Sources = story.Sources,
        LeadImage = story.LeadImage,
        Comments = CommentPolicy.Site,
        Blocks = JsonSerializer.Serialize<IReadOnlyList<Block>>(story.Blocks, services.GetRequiredService<BlockCatalogue>().Json),
    };
}
