namespace NewsSite.Web.Articles.Checks;

/// <summary>Characters of the texts above an article's blocks: from <c>Soft</c> on the writer is warned, above <c>Hard</c> publication stops.</summary>
public static class StoryLimits
{
    /// <summary>The headline: longer ones are cut in search results and on cards.</summary>
    public static readonly TextLimit Headline = new(100, 200);

    /// <summary>The standfirst.</summary>
    public static readonly TextLimit Standfirst = new(220, 500);

    /// <summary>The headline for social cards.</summary>
    public static readonly TextLimit SocialHeadline = new(90, 200);

    /// <summary>The description for search engines and social cards: longer ones are cut.</summary>
    public static readonly TextLimit SocialDescription = new(200, 400);
}

/// <summary>How long a text may be.</summary>
/// <param name="Soft">Characters above which the writer is warned.</param>
/// <param name="Hard">Characters above which publication stops.</param>
public sealed record TextLimit(int Soft, int Hard);
