using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;

namespace NewsSite.Web.Data;

/// <summary>A register that is one table, keyed by slug.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <param name="folder">The folder in a content directory.</param>
/// <param name="tags">Makes the page tags of a record of its slug.</param>
public abstract class Register<T>(string folder, Func<string, string[]> tags) : IRegister
    where T : class
{
    /// <inheritdoc/>
    public string Folder => folder;

    /// <inheritdoc/>
    public bool FollowsArticles => false;

    /// <inheritdoc/>
    public RegisterRecord Read(string slug, YamlRecord yaml)
    {
        var names = new List<NamedRecord>();
        var value = Read(slug, yaml, names);
        yaml.RefuseTheRest();
        return new(slug, value, TextOf(value), names);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> StoredAsync(NewsDb db, CancellationToken ct)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var value in db.Set<T>().AsNoTracking().AsAsyncEnumerable().WithCancellation(ct)) all.Add(SlugOf(value), TextOf(value));
        return all;
    }

    /// <inheritdoc/>
    public virtual async Task<IReadOnlyCollection<string>> StoreAsync(NewsDb db, IReadOnlyList<RegisterRecord> records, CancellationToken ct)
    {
        var known = await db.Set<T>().AsNoTracking().ToDictionaryAsync(SlugOf, StringComparer.Ordinal, ct);
        foreach (var record in records)
            if (known.ContainsKey(record.Slug)) db.Update((T)record.Value);
            else db.Add((T)record.Value);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return [.. records.SelectMany(r => tags(r.Slug))];
    }

    /// <summary>The page tags of a record.</summary>
    internal IReadOnlyList<string> TagsOf(string slug) => tags(slug);

    /// <summary>The record's slug.</summary>
    protected abstract string SlugOf(T value);

    /// <summary>Reads the fields; faults go to the YAML.</summary>
    /// <param name="slug">The file's name.</param>
    /// <param name="yaml">The file.</param>
    /// <param name="names">Takes the records of other registers that the file names.</param>
    protected abstract T Read(string slug, YamlRecord yaml, List<NamedRecord> names);

    /// <summary>Writes the fields in their fixed order.</summary>
    protected abstract void Write(T value, YamlText yaml);

    /// <summary>A record's file in canonical form: the same record is always the same text.</summary>
    internal string TextOf(T value)
    {
        var yaml = new YamlText();
        Write(value, yaml);
        return yaml.ToString();
    }
}
