using NewsSite.Core.Blocks;

namespace NewsSite.Web.Articles.ReadNext;

/// <summary>Names of what stories share, and the page tags that go with them.</summary>
internal static class Subjects
{
    public const string Person = "person:", Organisation = "organisation:", Publisher = "publisher:", Source = "source:";

    /// <summary>What a revision is about: people and organisations first, then the documents and who published them; each once.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="publisherOf">Who published a document, by its slug; null when that is not known.</param>
    public static IReadOnlyList<string> Of(Revision revision, IReadOnlyList<Block> blocks, Func<string, string?> publisherOf)
    {
        var named = blocks.SelectMany(b => b.References()).ToList();
        var sources = SourcesOf(revision, named);
        return
        [
            .. named.Where(r => r.Kind is ReferenceKind.Person).Select(r => Person + r.Key)
                .Concat(named.Where(r => r.Kind is ReferenceKind.Organisation).Select(r => Organisation + r.Key))
                .Concat(sources.Select(publisherOf).OfType<string>().Select(p => Publisher + p))
                .Concat(sources.Select(s => Source + s))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The documents that a revision cites, beside its text and in it.</summary>
    public static IReadOnlyList<string> SourcesOf(Revision revision, IReadOnlyList<Reference> named) =>
        [.. revision.Sources.Concat(named.Where(r => r.Kind is ReferenceKind.Source).Select(r => r.Key)).Distinct(StringComparer.Ordinal)];

    /// <summary>The tag of pages that show the newest stories about something.</summary>
    public static string Tag(string subject) => "about:" + subject;
}
