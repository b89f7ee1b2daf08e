namespace NewsSite.Web.Hosting;

/// <summary>One of the things that <c>doctor</c> looks at. Registered by the feature it belongs to.</summary>
public interface IDoctorCheck
{
    /// <summary>What is looked at, in a word or two, such as "Pictures".</summary>
    string Name { get; }

    /// <summary>Whether it asks the database; it is left out when the database itself is at fault.</summary>
    bool NeedsDatabase => true;

    /// <summary>Looks, and changes nothing.</summary>
    /// <param name="ct">Cancelled when the operator stops waiting.</param>
    /// <returns>One line for each fault: what is wrong and what mends it; empty when all is well.</returns>
    Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct);
}
