using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Redirects;

namespace NewsSite.Web.Exchange;

/// <summary>What an import will do, record by record.</summary>
internal sealed class ImportPlan
{
    public required StoredArticles Stored { get; init; }

    public required FileReading Reading { get; init; }

    public IReadOnlyList<ArticlePlan> Articles { get; set; } = [];

    public IReadOnlyList<RegisterPlan> Registers { get; set; } = [];

    public IReadOnlyList<MediaPlan> Media { get; set; } = [];

    /// <summary>Redirects that the store has not, and how many it has already.</summary>
    public IReadOnlyDictionary<string, RedirectTarget> Redirects { get; set; } = new Dictionary<string, RedirectTarget>();

    /// <summary>Every redirect of the file.</summary>
    public IReadOnlyDictionary<string, RedirectTarget> RedirectFile { get; set; } = new Dictionary<string, RedirectTarget>();

    public int KnownRedirects { get; set; }

    /// <summary>How many records the newsroom had edited when the plan was made, and when the last of them.</summary>
    public (int Count, DateTimeOffset? Last) RecordEdits { get; init; }

    public List<Fault> Faults { get; } = [];

    /// <summary>One line for each thing that an import does: the folder, the name, and what becomes of it.</summary>
    public IEnumerable<(string Folder, string Name, Act Act)> Lines =>
    [
        .. from register in Registers from record in register.Records select (register.Register.Folder, record.Record.Slug, record.Act),
        .. from media in Media select (ContentFile.Media, media.File.Slug, media.Act),
        .. from redirect in Redirects select (ContentFile.Redirects, redirect.Key, Act.New),
        .. from article in Articles select (ContentFile.Articles, article.IsMoved ? $"{article.Stored!.Slug} → {article.Slug}" : article.Slug, article.Act),
    ];
}

/// <summary>What an import will do to the records of a register.</summary>
internal sealed record RegisterPlan(IRegister Register, IReadOnlyList<(RegisterRecord Record, ContentFile File, Act Act)> Records);
