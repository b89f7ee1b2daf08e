using NewsSite.Web.Accounts;
using NewsSite.Web.Alerts;
using NewsSite.Web.Api;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.History;
using NewsSite.Web.Articles.Notes;
using NewsSite.Web.Articles.Previews;
using NewsSite.Web.Articles.Registers;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Articles.Writing;
using NewsSite.Web.Articles;
using NewsSite.Web.Audit;
using NewsSite.Web.Authors;
using NewsSite.Web.Background;
using NewsSite.Web.Blocks;
using NewsSite.Web.Bulletins;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;
using NewsSite.Web.Comments.Queue;
using NewsSite.Web.Corrections;
using NewsSite.Web.Data;
using NewsSite.Web.Editor;
using NewsSite.Web.Exchange;
using NewsSite.Web.Feeds;
using NewsSite.Web.Hosting;
using NewsSite.Web.Jobs;
using NewsSite.Web.Mail;
using NewsSite.Web.Media;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Newsroom.Registers;
using NewsSite.Web.People;
using NewsSite.Web.Promotions;
using NewsSite.Web.Reading;
using NewsSite.Web.Redirects;
using NewsSite.Web.Schedule;
using NewsSite.Web.Search;
using NewsSite.Web.Sites;
using NewsSite.Web.Sources;
using NewsSite.Web.Themes;
using NewsSite.Web.Topics;

namespace NewsSite.Web;

/// <summary>The features in the order in which they are added; a later one may rely on an earlier one.</summary>
internal static class Features
{
    public static readonly IReadOnlyList<IFeature> All =
    [
        new DataFeature(),
        new BackgroundFeature(),
        new CachingFeature("page", "size", "topic", "author", "person", "kind", "from", "to", "as", "order", "q", "sort", "recruiter", "place", "pay", "hours", "closing"),
        new MailFeature(),
        new ApiFeature(),
        new ThemesFeature(Folders),
        new NewsroomFeature(),
        new RegistersFeature(),
        new AccountsFeature(),
        new AuditFeature(),
        new SitesFeature(),
        new TopicsFeature(),
        new AuthorsFeature(),
        new PeopleFeature(),
        new MediaFeature(),
        new SourcesFeature(),
        new RedirectsFeature(),
        new BlocksFeature(),
        new ArticlesFeature(),
        new DraftsFeature(),
        new WorkflowFeature(),
        new WritingFeature(),
        new HistoryFeature(),
        new NotesFeature(),
        new PreviewsFeature(),
        new StoryRegistersFeature(),
        new EditorFeature(),
        new CorrectionsFeature(),
        new CommentsFeature(),
        new QueueFeature(),
        new BulletinsFeature(),
        new AlertsFeature(),
        new JobsFeature(),
        new PromotionsFeature(),
        new SearchFeature(),
        new ReadingFeature(),
        new ExchangeFeature(),
        new FeedsFeature(),
        new ScheduleFeature(),
    ];

    /// <summary>Folders whose partials pages may use, the first that has one wins.</summary>
    private static string[] Folders => ["Articles", "Articles/Previews", "Accounts", "Audit", "Editor", "Reading", "Comments", "Corrections", "Bulletins/SignUp", "Bulletins/Preferences", "Alerts", "Jobs", "Promotions", "Search", "Sites", "Newsroom", "Themes"];
}
