namespace NewsSite.Web.Mail;

/// <summary>The key of the hashes of e-mail addresses, made once.</summary>
internal sealed class AddressHashKey
{
    /// <summary>Always 1.</summary>
    public required int Id { get; init; }

    /// <summary>256 random bits in base 64.</summary>
    public required string Key { get; init; }
}
