namespace NewsSite.Web.Articles.Drafts;

/// <summary>Headlines as the newsroom lists them.</summary>
public static class HeadlineWords
{
    /// <summary>The headline, or words in place of an empty one.</summary>
    public static string Of(string headline)
    {
        ArgumentNullException.ThrowIfNull(headline);
        return headline.Length > 0 ? headline : "No headline yet";
    }
}
