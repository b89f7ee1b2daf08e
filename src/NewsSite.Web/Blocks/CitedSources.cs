using NewsSite.Core.Blocks;

namespace NewsSite.Web.Blocks;

/// <summary>How blocks point at the list of sources under an article.</summary>
public static class CitedSources
{
    /// <summary>The id of a source's entry in the list under the article.</summary>
    public static string Anchor(string slug) => $"source-{slug}";

    /// <summary>The references of a block that may cite one source.</summary>
    internal static IEnumerable<Reference> Reference(string? slug) => slug is null ? [] : [new(ReferenceKind.Source, slug)];
}
