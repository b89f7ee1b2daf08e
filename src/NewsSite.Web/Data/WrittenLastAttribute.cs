namespace NewsSite.Web.Data;

/// <summary>
/// A row that waits until its transaction commits and is then written by its <see cref="ILastRows"/>, as the very last: rows of which each follows from the one before need
/// one writer at a time, and whoever waits for that turn while holding nothing that others still want can make nobody wait for ever.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WrittenLastAttribute : Attribute;

/// <summary>Writes the rows of one type that is <see cref="WrittenLastAttribute"/>.</summary>
public interface ILastRows
{
    /// <summary>The type of the rows.</summary>
    Type Row { get; }

    /// <summary>Writes them with SQL of its own, inside the open transaction; what the context tracks stays as it is.</summary>
    /// <param name="db">The context.</param>
    /// <param name="rows">The rows, in no order.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    Task WriteAsync(NewsDb db, IReadOnlyList<object> rows, CancellationToken ct);
}
