namespace NewsSite.Web.Comments;

/// <summary>Tags of pages that show comments.</summary>
public static class CommentTag
{
    /// <summary>Whatever shows the comments of an article, or would if there were any.</summary>
    public static string Of(Guid article) => $"comments:{article}";
}
