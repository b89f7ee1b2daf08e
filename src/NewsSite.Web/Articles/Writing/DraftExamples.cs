using NewsSite.Web.Articles.Checks;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.Workflow;

namespace NewsSite.Web.Articles.Writing;

/// <summary>What the documentation shows of stories as the newsroom writes them.</summary>
internal static class DraftExamples
{
    private static readonly Guid Article = ListArticles.Example.Id, Head = Guid.Parse("0196c0de-7000-7000-8000-0000000000a1");

    public static readonly DraftDocument Draft = new(
        Article, Head, new(2026, 5, 3, 8, 30, 0, TimeSpan.Zero), "Ada Quill",
        DraftContent.Empty with
        {
            Headline = "Storm takes the pier",
            Standfirst = "Nobody was hurt.",
            Bylines = ["ada-quill"],
            Topics = ["coast"],
            Blocks = [new("lead", """{"type":"prose","id":"lead","v":1,"text":"The pier is **gone**."}""")],
        },
        [], [new(IssueSeverity.Warn, "Say where the figure comes from.", "lead", "text", new("gone", 0))],
        new(
            Article, "storm-takes-the-pier", ArticleState.Approved, WorkState.Approved, Head, null, null, null, "Ada Quill", new(2026, 5, 3, 8, 32, 0, TimeSpan.Zero), null,
            [new("Ben Hart", new(2026, 5, 3, 9, 5, 0, TimeSpan.Zero), true, "Well found.")], false, true, null, null, null, null, null, null));
}
