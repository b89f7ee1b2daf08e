using NewsSite.Web.Authors;
using NewsSite.Web.People;
using NewsSite.Web.Sources;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Search;

/// <summary>A person, topic or author that a search finds besides stories.</summary>
/// <param name="Name">The name readers see.</param>
/// <param name="Path">The page.</param>
/// <param name="Detail">A few words about them; null for none.</param>
public sealed record FoundName(string Name, string Path, string? Detail);

/// <summary>What a search finds besides stories.</summary>
/// <param name="People">People of the register.</param>
/// <param name="Topics">Topics.</param>
/// <param name="Authors">Authors.</param>
public sealed record FoundNames(IReadOnlyList<FoundName> People, IReadOnlyList<FoundName> Topics, IReadOnlyList<FoundName> Authors);

/// <summary>The names in the registers, looked up by their words. Names are not in the index of stories but here, as they are now: a record that is renamed is found under its new name at once, with all its stories.</summary>
internal sealed class NameBook
{
    private const int MostMarks = 24, MostFound = 5;

    private readonly List<Entry> _all = [];
    private readonly Dictionary<string, List<string>> _marks = new(StringComparer.Ordinal);

    public NameBook(IEnumerable<Person> people, IEnumerable<Topic> topics, IEnumerable<Author> authors, IEnumerable<Source> sources, IEnumerable<MergedTopic> merged)
    {
        var parts = merged.ToLookup(m => m.Into, m => m.Slug, StringComparer.Ordinal);
        foreach (var p in people) Add(new(Register.People, [p.Name, .. p.OtherNames], [SearchMark.Person(p.Slug)], new(p.Name, $"/people/{p.Slug}", p.Summary ?? p.Roles.Select(r => r.Title).FirstOrDefault())));
        foreach (var t in topics) Add(new(Register.Topics, [t.Name], [SearchMark.Topic(t.Slug), .. parts[t.Slug].Select(SearchMark.Topic)], new(t.Name, $"/topics/{t.Slug}", t.Description)));
        foreach (var a in authors) Add(new(Register.Authors, [a.Name], [SearchMark.Author(a.Slug)], new(a.Name, $"/authors/{a.Slug}", a.JobTitle)));
        foreach (var s in sources) Add(new(Register.Sources, [s.Title], [SearchMark.Source(s.Slug)], null));
    }

    private enum Register
    {
        People,
        Topics,
        Authors,
        Sources,
    }

    /// <summary>Marks of the records that words name: those that have the word, or have them side by side. None when so many have it that it says nothing.</summary>
    public IReadOnlyList<string> MarksOf(WordGroup words)
    {
        if (words.Parts.Count == 1) return _marks.TryGetValue(words.Parts[0], out var marks) && marks.Count <= MostMarks ? marks : [];
        string[] found = [.. _all.Where(e => e.Has(words)).SelectMany(e => e.Marks).Take(MostMarks + 1)];
        return found.Length > MostMarks ? [] : found;
    }

    /// <summary>The records whose names have all words of a query, and those whose whole name is in it.</summary>
    public FoundNames Find(SearchQuery query)
    {
        var words = query.Words.Concat(query.Phrases).SelectMany(w => w.Parts).ToHashSet(StringComparer.Ordinal);
        var open = query.IsOpen && query.Words[^1].Parts[^1] is { Length: > 1 } last ? last : null;
        Entry[] found = words.Count == 0 ? [] : [.. _all.Where(e => e.Shown is not null && e.Fits(words, open, query))];
        return new(Of(Register.People), Of(Register.Topics), Of(Register.Authors));

        IReadOnlyList<FoundName> Of(Register register) => [.. found.Where(e => e.Register == register).Select(e => e.Shown!).Take(MostFound)];
    }

    private void Add(Entry entry)
    {
        _all.Add(entry);
        foreach (var word in entry.Names.SelectMany(n => n).Distinct(StringComparer.Ordinal))
        {
            if (SmallWords.Has(word)) continue;
            if (!_marks.TryGetValue(word, out var marks)) _marks[word] = marks = [];
            if (marks.Count <= MostMarks) marks.AddRange(entry.Marks);
        }
    }

    private sealed class Entry(Register register, IEnumerable<string> names, IReadOnlyList<string> marks, FoundName? shown)
    {
        public Register Register => register;

        public IReadOnlyList<string> Marks => marks;

        public FoundName? Shown => shown;

        public IReadOnlyList<string[]> Names { get; } = [.. names.Select(SearchTokens.WordsOf).Where(n => n.Length > 0)];

        public bool Has(WordGroup words) => Names.Any(n => $" {string.Join(' ', n)} ".Contains($" {words.Text} ", StringComparison.Ordinal));

        public bool Fits(HashSet<string> words, string? open, SearchQuery query) => Names.Any(n =>
            (words.All(w => n.Contains(w, StringComparer.Ordinal) || (w == open && n.Any(part => part.StartsWith(w, StringComparison.Ordinal)))) && query.Phrases.All(Has))
            || n.Where(part => !SmallWords.Has(part)).DefaultIfEmpty("\0").All(words.Contains));
    }
}

/// <summary>The name book of the registers as they are now, kept while they stay so.</summary>
internal sealed class NameBooks(PersonList people, TopicList topics, AuthorList authors, SourceList sources, MergedTopics merged)
{
    private Made? _made;

    public async ValueTask<NameBook> NowAsync(CancellationToken ct)
    {
        object[] of = [await people.AllAsync(ct), await topics.AllAsync(ct), await authors.AllAsync(ct), await sources.AllAsync(ct), await merged.AllAsync(ct)];
        if (_made is not { } made || !made.Of.Zip(of).All(p => ReferenceEquals(p.First, p.Second)))
            _made = made = new(of, new((IEnumerable<Person>)of[0], (IEnumerable<Topic>)of[1], (IEnumerable<Author>)of[2], (IEnumerable<Source>)of[3], (IEnumerable<MergedTopic>)of[4]));
        return made.Book;
    }

    private sealed record Made(object[] Of, NameBook Book);
}
