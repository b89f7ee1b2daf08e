using Microsoft.Extensions.Options;
using NewsSite.Web.Articles;

namespace NewsSite.Web.Comments;

/// <summary>How comments are taken: section <c>Comments</c> of the settings.</summary>
public sealed class CommentOptions
{
    /// <summary>How comments are moderated where an article does not say otherwise.</summary>
    public CommentPolicy Moderation { get; set; } = CommentPolicy.Pre;

    /// <summary>Days after publication for which an article takes comments; 0 for ever.</summary>
    public int CloseAfterDays { get; set; } = 28;

    internal sealed class Validation : IValidateOptions<CommentOptions>
    {
        public ValidateOptionsResult Validate(string? name, CommentOptions options)
        {
            var faults = new List<string>();
            if (options.Moderation is CommentPolicy.Site || !Enum.IsDefined(options.Moderation)) faults.Add($"Comments:Moderation is “{options.Moderation}”; expected Pre, FirstTime, Post or Closed.");
            if (options.CloseAfterDays is < 0 or > 36_500) faults.Add($"Comments:CloseAfterDays is “{options.CloseAfterDays}”; expected 0 for never, or a number of days.");
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}

/// <summary>Whether and how an article takes comments now.</summary>
/// <param name="Mode">Never <see cref="CommentPolicy.Site"/>; Closed as well once the article is too old.</param>
/// <param name="ClosesAt">When it closes by itself; null for never, and once it has.</param>
public readonly record struct CommentMode(CommentPolicy Mode, DateTimeOffset? ClosesAt)
{
    /// <summary>Whether it takes none.</summary>
    public bool IsClosed => Mode is CommentPolicy.Closed;
}

/// <summary>Puts together what the site, the article and its age say.</summary>
internal sealed class CommentModes(IOptions<CommentOptions> options, TimeProvider clock)
{
    /// <summary>Whether it takes none because the site takes none and its story follows the site.</summary>
    public bool IsClosedBySite(CommentedStory story) => story.Policy is CommentPolicy.Site && options.Value.Moderation is CommentPolicy.Closed;

    /// <summary>How an article takes comments now.</summary>
    public CommentMode Of(CommentedStory story)
    {
        var mode = story.Policy is CommentPolicy.Site ? options.Value.Moderation : story.Policy;
        if (mode is CommentPolicy.Closed || (options.Value.CloseAfterDays == 0 && story.CommentsUntil is null)) return new(mode, null);
        var closes = story.CommentsUntil ?? story.PublishedAt.AddDays(options.Value.CloseAfterDays);
        return closes <= clock.GetUtcNow() ? new(CommentPolicy.Closed, null) : new(mode, closes);
    }
}
