namespace NewsSite.Web.Comments;

/// <summary>A day's key, with which network addresses are hashed. It goes after 30 days, and with it the last way back.</summary>
internal sealed class AddressKey
{
    /// <summary>The day in UTC, such as 20260504.</summary>
    public required int Day { get; init; }

    /// <summary>256 random bits in base 64.</summary>
    public required string Key { get; init; }
}
