namespace NewsSite.Core.Hooks;

/// <summary>
/// Reacts to something that happened, inside the same transaction: when a hook throws, nothing has happened.
/// Hooks of one event run in the order in which their modules are listed.
/// </summary>
/// <typeparam name="TEvent">What happened.</typeparam>
public interface IHook<in TEvent>
{
    /// <summary>Reacts.</summary>
    Task RunAsync(TEvent happened, CancellationToken ct);
}
