using NewsSite.Core.Content;
using NewsSite.Web.Data;

namespace NewsSite.Web.Exchange;

/// <summary>Every record that will be there after the import, by register.</summary>
internal sealed class KnownRecords
{
    private readonly Dictionary<string, HashSet<string>> _all = new(StringComparer.Ordinal);

    public void Add(string register, IEnumerable<string> keys)
    {
        if (!_all.TryGetValue(register, out var known)) _all.Add(register, known = new(StringComparer.Ordinal));
        known.UnionWith(keys);
    }

    public bool Has(string register, string key) => _all.TryGetValue(register, out var known) && known.Contains(key);

    /// <summary>A fault for each name that leads nowhere.</summary>
    public IEnumerable<Fault> MissingOf(string file, IEnumerable<NamedRecord> names) =>
        from name in names
        where !Has(name.Register, name.Key)
        select new Fault(file, name.Line, Message(name));

    private static string Message(NamedRecord name) => name.Register switch
    {
        ContentFile.Media => $"there is no picture “{name.Key}”; expected a file media/{name.Key}.",
        ContentFile.Articles => $"there is no article “{name.Key}”; expected the slug of one in the files or in the store.",
        var register => $"“{name.Key}” is not in {register}; expected a file {register}/{name.Key}.yml.",
    };
}
