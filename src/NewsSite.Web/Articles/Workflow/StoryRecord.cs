using System.Globalization;
using NewsSite.Core.Content;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>Writes what is done to articles into their own record, and into the audit trail when it is done here and not by content files.</summary>
public sealed class StoryRecord(NewsDb db, IActs acts, TimeProvider clock)
{
    /// <summary>Adds a row to what is saved next.</summary>
    /// <param name="article">The article, as it stands afterwards.</param>
    /// <param name="revision">The revision it is about; null when it is about none.</param>
    /// <param name="from">Where it stood before.</param>
    /// <param name="act">What was done.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="why">Why; null for no reason given.</param>
    /// <param name="detail">What belongs to the act, such as the minute; null for nothing.</param>
    public void Add(Article article, Guid? revision, ArticleState from, ArticleAct act, Actor by, string? why, string? detail = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        db.Add(new StateChange { ArticleId = article.Id, RevisionId = revision, From = from, To = article.State, At = clock.GetUtcNow(), By = by.Name, ById = by.Id, Act = act, Why = why, Detail = detail });
        if (by == Actor.Import) return; // an import is one act
        var isUpdate = act is ArticleAct.Published && from is ArticleState.Live;
        var words = isUpdate ? "showed readers the changes to {0}" : Words(act);
        acts.Add(db, new Act(isUpdate ? "article.updated" : $"article.{Kebab.Of(act)}", string.Format(CultureInfo.InvariantCulture, words, Act.Headline(article.Headline)) + (detail is null ? "" : $" ({detail})"))
        {
            Article = article.Id,
            Why = why,
            By = by.Name,
            Account = by.Id,
        });
    }

    private static string Words(ArticleAct act) => act switch
    {
        ArticleAct.Submitted => "sent {0} for review",
        ArticleAct.TakenBack => "took {0} back from review",
        ArticleAct.SentBack => "sent {0} back",
        ArticleAct.Approved => "approved {0}",
        ArticleAct.Countersigned => "approved {0}, which needs another approval",
        ArticleAct.ApprovalEnded => "changed {0} after its approval",
        ArticleAct.Published => "published {0}",
        ArticleAct.Forced => "published {0} without approval",
        ArticleAct.ForceReviewed => "looked at {0}, which had been published without approval",
        ArticleAct.Scheduled => "scheduled {0}",
        ArticleAct.Unscheduled => "took {0} from the schedule",
        ArticleAct.WithdrawalScheduled => "scheduled the withdrawal of {0}",
        ArticleAct.WithdrawalUnscheduled => "gave up the scheduled withdrawal of {0}",
        ArticleAct.ScheduleFailed => "did not publish {0} at its minute",
        ArticleAct.Withdrawn => "withdrew {0}",
        ArticleAct.BackToDraft => "took {0} from readers, to work on it",
        ArticleAct.Embargoed => "put {0} under embargo",
        ArticleAct.EmbargoLifted => "lifted the embargo on {0}",
        _ => "planned {0}",
    };
}
