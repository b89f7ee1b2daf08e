using System.Security.Cryptography;
using System.Text;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;

namespace NewsSite.Web.Exchange;

/// <summary>What the plan needs to know of an article's file; its text is read again when it is stored, so that memory does not grow with the archive.</summary>
/// <param name="File">The file.</param>
/// <param name="Slug">The article's slug.</param>
/// <param name="Id">The id that the file gives; null for none.</param>
/// <param name="State">What is to be done with it.</param>
/// <param name="Digest">SHA-256 of the file.</param>
/// <param name="Canonical">Digest of the article in canonical form; null when nobody will compare it.</param>
/// <param name="Names">The records it names.</param>
internal sealed record ArticleFacts(ContentFile File, string Slug, Guid? Id, FileState State, string Digest, string? Canonical, NamedRecord[] Names)
{
    /// <summary>A digest by which two articles in canonical form are compared.</summary>
    public static string CanonicalOf(ArticleFile file, BlockCatalogue catalogue) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Write(file.Slug, catalogue))));
}

/// <summary>An article as the store has it when the plan is made.</summary>
internal sealed record StoredArticle(Guid Id, string Slug, ArticleState State, Guid? HeadId, Guid? LiveId, Guid? ImportedId, string? ImportedDigest, int Version)
{
    /// <summary>Whether the newsroom has saved it since the last import, or made it.</summary>
    public bool IsEdited => HeadId != ImportedId;
}

/// <summary>The articles of the store by both of their keys.</summary>
internal sealed class StoredArticles(IReadOnlyList<StoredArticle> all)
{
    private readonly Dictionary<Guid, StoredArticle> _byId = all.ToDictionary(a => a.Id);
    private readonly Dictionary<string, StoredArticle> _bySlug = all.ToDictionary(a => a.Slug, StringComparer.Ordinal);

    public IEnumerable<StoredArticle> All => _byId.Values;

    public StoredArticle? ById(Guid id) => _byId.GetValueOrDefault(id);

    public StoredArticle? BySlug(string slug) => _bySlug.GetValueOrDefault(slug);
}

/// <summary>What an import will do to a record.</summary>
internal enum Act
{
    /// <summary>It is not in the store yet.</summary>
    New,

    /// <summary>The file says something else than the store.</summary>
    Changed,

    /// <summary>It gets another address, and perhaps other words.</summary>
    Moved,

    /// <summary>Readers can no longer see it.</summary>
    Withdrawn,

    /// <summary>File and store say the same.</summary>
    Unchanged,

    /// <summary>The newsroom has changed it, and its file has not changed: it stays as the newsroom has it.</summary>
    Kept,
}

/// <summary>What an import will do to an article.</summary>
/// <param name="Main">The file of what readers see, or of the article's only draft; null when there is only the draft beside it.</param>
/// <param name="Draft">The file of the draft beside it; null for none.</param>
/// <param name="Stored">The article in the store; null when it is new.</param>
internal sealed record ArticlePlan(ArticleFacts? Main, ArticleFacts? Draft, StoredArticle? Stored)
{
    public ArticleFacts First => Main ?? Draft!;

    public string Slug => First.Slug;

    public Guid? Id => Stored?.Id ?? Main?.Id ?? Draft?.Id;

    public string Digest => (Main, Draft) switch { ({ } m, { } d) => $"{m.Digest}+{d.Digest}", _ => First.Digest };

    public bool IsMoved => Stored is not null && Stored.Slug != Slug;

    public bool MainChanged { get; init; }

    public bool DraftChanged { get; init; }

    public Act Act { get; init; }

    /// <summary>Whether file and store hold the same, so that the newsroom's edits have come home with it.</summary>
    public bool IsInStep { get; init; }
}
