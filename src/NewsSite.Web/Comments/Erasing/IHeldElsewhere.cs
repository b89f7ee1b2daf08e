namespace NewsSite.Web.Comments.Erasing;

/// <summary>Something else that holds readers' addresses. Implemented by features that come after comments.</summary>
public interface IHeldElsewhere
{
    /// <summary>What it is called in the copy.</summary>
    string Name { get; }

    /// <summary>Everything that is held about an address, to be written as JSON; null for nothing.</summary>
    Task<object?> CopyAsync(string email, CancellationToken ct);

    /// <summary>Erases it, inside the caller's transaction.</summary>
    Task EraseAsync(string email, CancellationToken ct);
}
