using NewsSite.Web.Data;

namespace NewsSite.Web.Bulletins;

/// <summary>What a row of consent proves.</summary>
internal enum ConsentAct
{
    /// <summary>Somebody asked on a page, under these words.</summary>
    Asked,

    /// <summary>Whoever has the address confirmed what was asked.</summary>
    Confirmed,

    /// <summary>They chose anew on the page of their choices.</summary>
    Changed,

    /// <summary>They left.</summary>
    Left,

    /// <summary>Everything that was held was erased because they asked.</summary>
    Erased,
}

/// <summary>Proof of what a reader agreed to: written once, and kept when the reader is erased. It holds no address, only a hash under a key of this site.</summary>
[WrittenOnce]
internal sealed class Consent
{
    public required Guid Id { get; init; }

    /// <summary>The subscriber, who may have been erased.</summary>
    public required Guid SubscriberId { get; init; }

    /// <summary>Keyed hash of the address: whoever names the address can be shown the proof.</summary>
    public required string EmailHash { get; init; }

    public required ConsentAct Act { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Path of the page on which it was done.</summary>
    public required string Page { get; init; }

    /// <summary>The exact words that the page showed.</summary>
    public required string Wording { get; init; }

    /// <summary>What it was about, each as <see cref="Wanted"/> writes it.</summary>
    public required IReadOnlyList<string> What { get; init; }

    /// <summary>Of a confirmation, what was asked; null for the others. What was asked is confirmed once.</summary>
    public Guid? AskedId { get; init; }
}
