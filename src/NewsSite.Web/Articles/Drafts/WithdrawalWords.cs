using NewsSite.Web.Articles.Workflow;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>Reasons of withdrawals as the newsroom shows them.</summary>
public static class WithdrawalWords
{
    extension(WithdrawalReason reason)
    {
        /// <summary>The reason of a withdrawal as the newsroom says it, such as "published in error".</summary>
        public string Words => reason switch
        {
            WithdrawalReason.PublishedInError => "published in error",
            WithdrawalReason.Superseded => "superseded by another page",
            _ => "for legal reasons",
        };
    }
}
