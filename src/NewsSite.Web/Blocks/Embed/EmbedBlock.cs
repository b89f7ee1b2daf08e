using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Blocks.Embed;

/// <summary>Something on another site: a card with a link, and with a player that opens in its place when the reader asks for it. Nothing is asked of the other site before that.</summary>
[BlockType("embed", Name = "Embed", Category = "Pictures", Icon = "play", Help = "A film, map or post on another site. Readers load it only when they ask.")]
public sealed partial record EmbedBlock : Block, IFramesOtherSites
{
    /// <summary>What it is, in the journalist's words; null while it is not written.</summary>
    [Field("Title", Required = true, SoftLimit = 100, HardLimit = 200)]
    public string? Title { get; init => field = Plain.Line(value); }

    /// <summary>Where it is, https only; null while it is not given.</summary>
    [Field("Address", Control = FieldControl.Address, Required = true, HardLimit = 2_000, Help = "Copy it from the address bar; it begins with https://.")]
    public string? Address { get; init => field = Plain.Line(value); }

    /// <summary>The other site's name, such as "YouTube"; null when its host name serves.</summary>
    [Field("Site", HardLimit = 60, Help = "Leave empty to show the host’s name.", IsOthersWords = true)]
    public string? Provider { get; init => field = Plain.Line(value); }

    /// <summary>What awaits the reader; null when the title says enough.</summary>
    [Field("Kind", Control = FieldControl.Choice)]
    public EmbedKind? Kind { get; init; }

    /// <summary>Address of the other site's player, https only; null when there is none and readers follow the link.</summary>
    [Field("Player", Control = FieldControl.Address, HardLimit = 2_000, Help = "The address in the other site’s “embed” code (src=…), to open it in place. Leave empty for a link.")]
    public string? Player { get; init => field = Plain.Line(value); }

    /// <inheritdoc/>
    IEnumerable<string> IFramesOtherSites.Frames => WebAddress.IsSecure(Address) && WebAddress.IsSecure(Player) ? [Player!] : [];

    /// <inheritdoc/>
    public override string ToPlainText() => Title ?? "";

    /// <inheritdoc/>
    public override IEnumerable<Issue> Check(ArticleWords article)
    {
        if (Address is not null && !WebAddress.IsSecure(Address)) yield return Issue.Stop("address", "The address must begin with https://; other addresses are not linked.");
        if (Player is not null && !WebAddress.IsSecure(Player)) yield return Issue.Stop("player", "The player’s address must begin with https://. Copy only what stands in src=“…” of the embed code.");
    }
}

/// <summary>What an embed leads to.</summary>
public enum EmbedKind
{
    /// <summary>A film.</summary>
    Video,

    /// <summary>A recording.</summary>
    Audio,

    /// <summary>A map.</summary>
    Map,

    /// <summary>A chart or other data.</summary>
    Chart,

    /// <summary>A post on a social network.</summary>
    Post,

    /// <summary>A document.</summary>
    Document,
}
