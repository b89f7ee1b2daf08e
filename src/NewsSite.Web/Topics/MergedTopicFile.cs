using NewsSite.Core.Content;
using NewsSite.Web.Data;

namespace NewsSite.Web.Topics;

/// <summary>Topics that have become part of others as content files: <c>merged-topics/*.yml</c>, each under the slug that it had.</summary>
internal sealed class MergedTopicFile() : Register<MergedTopic>(Name, _ => ["topics"])
{
    /// <summary>The folder in a content directory.</summary>
    public const string Name = "merged-topics";

    // The topic that a file names may have become part of another here.
    public override async Task<IReadOnlyCollection<string>> StoreAsync(NewsDb db, IReadOnlyList<RegisterRecord> records, CancellationToken ct)
    {
        var names = await db.TopicNamesAsync(ct);
        foreach (var record in records) ((MergedTopic)record.Value).Into = names.Now(((MergedTopic)record.Value).Into);
        return await base.StoreAsync(db, records, ct);
    }

    protected override string SlugOf(MergedTopic value) => value.Slug;

    protected override MergedTopic Read(string slug, YamlRecord yaml, List<NamedRecord> names)
    {
        var merged = new MergedTopic { Slug = slug, Into = yaml.RequiredLine("into") };
        if (merged.Into == slug) yaml.Fault($"into is “{slug}” itself; expected the topic that it has become part of.", yaml.LineOf("into"));
        else names.Add(new("topics", merged.Into, yaml.LineOf("into")));
        return merged;
    }

    protected override void Write(MergedTopic value, YamlText yaml) => yaml.Add("into", value.Into);
}
