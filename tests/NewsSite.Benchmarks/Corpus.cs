using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NewsSite.Benchmarks;

/// <summary>The made-up archive as content files.</summary>
/// <param name="Count">Articles in it.</param>
/// <param name="Folder">Where its files are.</param>
/// <param name="Slugs">The articles' slugs.</param>
/// <param name="OfCouncil">How many articles have the topic <c>council</c>.</param>
internal sealed record Corpus(int Count, string Folder, IReadOnlyList<string> Slugs, int OfCouncil)
{
    /// <summary>Makes it: the same bytes each time.</summary>
    public static async Task<Corpus> MakeAsync(string repository, string folder, int count)
    {
        var scripts = Path.Combine(repository, "tests", "corpus");
        var lines = Path.Combine(folder, $"{count}.jsonl");
        var content = Path.Combine(folder, $"content-{count}");
        await Command.RunAsync(folder, "python3", Path.Combine(scripts, "generate.py"), "--count", count.ToString(CultureInfo.InvariantCulture), "--out", lines);
        await Command.RunAsync(folder, "sh", "-c", "python3 \"$1\" \"$2\" < \"$3\"", "sh", Path.Combine(scripts, "to-content.py"), content, lines);
        var slugs = new List<string>();
        var ofCouncil = 0;
        await foreach (var line in File.ReadLinesAsync(lines, Encoding.UTF8))
        {
            using var article = JsonDocument.Parse(line);
            slugs.Add(article.RootElement.GetProperty("slug").GetString()!);
            if (article.RootElement.GetProperty("topics").EnumerateArray().Any(t => t.GetString() == "council")) ofCouncil++;
        }
        return new(count, content, slugs, ofCouncil);
    }

    /// <summary>The last page of the topic <c>council</c> that is full.</summary>
    public string LastFullCouncilPage => string.Create(CultureInfo.InvariantCulture, $"/topics/council?page={OfCouncil / 20}");
}
