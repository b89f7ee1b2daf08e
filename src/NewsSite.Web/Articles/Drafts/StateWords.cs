namespace NewsSite.Web.Articles.Drafts;

/// <summary>States as the newsroom shows them.</summary>
public static class StateWords
{
    extension(ArticleState state)
    {
        /// <summary>The state as the newsroom says it, such as "In review".</summary>
        public string Words => state is ArticleState.InReview ? "In review" : state.ToString();

        /// <summary>The state in JSON and in classes, such as <c>inReview</c>.</summary>
        public string Name => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
    }
}
