namespace NewsSite.Web.Articles.Drafts;

/// <summary>
/// Puts two people's changes to one article together: field by field and block by block, each compared with what both started from.
/// Nothing here knows of databases or of requests.
/// </summary>
internal static class Merge
{
    /// <summary>Merges.</summary>
    /// <param name="from">What both started from.</param>
    /// <param name="yours">What one has made of it; wins nowhere.</param>
    /// <param name="theirs">What the other has made of it; stands where both have changed the same.</param>
    public static Merged Of(DraftContent from, DraftContent yours, DraftContent theirs)
    {
        var conflicts = new List<Conflict>();
        var content = new DraftContent(
            One("kind", c => c.Kind),
            One("headline", c => c.Headline),
            One("standfirst", c => c.Standfirst),
            One("socialHeadline", c => c.SocialHeadline),
            One("socialDescription", c => c.SocialDescription),
            Many("bylines", c => c.Bylines),
            Many("topics", c => c.Topics),
            Many("sources", c => c.Sources),
            One("leadImage", c => c.LeadImage),
            One("comments", c => c.Comments),
            MergeBlocks.Of(from.Blocks, yours.Blocks, theirs.Blocks, conflicts));
        return new(content, conflicts);

        T One<T>(string name, Func<DraftContent, T> of) => Pick(name, of, EqualityComparer<T>.Default.Equals);

        IReadOnlyList<string> Many(string name, Func<DraftContent, IReadOnlyList<string>> of) => Pick(name, of, (a, b) => a.SequenceEqual(b));

        T Pick<T>(string name, Func<DraftContent, T> of, Func<T, T, bool> same)
        {
            var (old, mine, others) = (of(from), of(yours), of(theirs));
            if (same(mine, others) || same(mine, old)) return others;
            if (same(others, old)) return mine;
            conflicts.Add(new(ConflictKind.Field, name, old, mine, others));
            return others;
        }
    }
}
