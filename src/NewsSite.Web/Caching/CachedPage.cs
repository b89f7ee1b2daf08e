namespace NewsSite.Web.Caching;

/// <summary>A page in the store. Compressed when a reader first asks for that coding, then never again.</summary>
internal sealed class CachedPage(PageKey key, RenderedPage page, string[] tags, DateTimeOffset? changesAt)
{
    // Roughly what headers, tags and the dictionaries' own nodes take.
    private const int Overhead = 2_048;

    private readonly EncodedPage?[] _encodings = new EncodedPage?[3];

    public PageKey Key => key;

    public string[] Tags => tags;

    /// <summary>From this instant on the page is out of date; null for never by itself.</summary>
    public DateTimeOffset? ChangesAt => changesAt;

    /// <summary>The turn at which a reader last had it; greater is later.</summary>
    public long LastUsed { get; set; }

    /// <summary>Memory that it takes, all encodings counted. Read and grown under the store's lock.</summary>
    public long Bytes { get; private set; } = page.Body.Length + Overhead;

    /// <summary>Null until someone has asked for this coding.</summary>
    public EncodedPage? In(ContentCoding coding) => Volatile.Read(ref _encodings[(int)coding]);

    /// <summary>Compresses; takes milliseconds, and changes nothing.</summary>
    public EncodedPage Encode(ContentCoding coding) => page.Encode(coding, kept: true);

    /// <summary>Holds on to an encoding unless there is one; returns how many bytes that added.</summary>
    public long Hold(ContentCoding coding, EncodedPage encoded)
    {
        if (In(coding) is not null) return 0;
        Volatile.Write(ref _encodings[(int)coding], encoded);
        var added = coding == ContentCoding.Identity ? 0 : encoded.Bytes; // identity shares the page's own bytes
        Bytes += added;
        return added;
    }
}
