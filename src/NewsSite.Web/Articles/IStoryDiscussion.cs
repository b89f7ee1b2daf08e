namespace NewsSite.Web.Articles;

/// <summary>A discussion in the slot under an article, as structured data tells it. Implemented by a feature that comes after articles.</summary>
public interface IStoryDiscussion
{
    /// <summary>How many comments of people readers see; null where made-up examples are among them.</summary>
    int? OfPeople { get; }

    /// <summary>A few of those that the page shows.</summary>
    IEnumerable<DiscussedComment> Some { get; }
}

/// <summary>A comment as structured data tells it.</summary>
/// <param name="Path">Where readers find it, beginning with a slash.</param>
/// <param name="Name">The writer's name.</param>
/// <param name="Words">The words.</param>
/// <param name="At">When it was written.</param>
public sealed record DiscussedComment(string Path, string Name, string Words, MomentView At);
