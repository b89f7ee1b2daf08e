using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using NewsSite.Tests;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The paste corpus in a real browser and on to the site: what the program put on the clipboard is in the story that the site holds.</summary>
[Collection(SharedNewsroom.Name)]
public sealed partial class PasteCorpusTests(NewsroomPaper paper)
{
    [Fact]
    public async Task Every_sample_reaches_the_site_with_its_words_as_expected()
    {
        await using var ada = await paper.SignInAsync();
        var samples = Directory.GetFiles(Repository.PathOf("tests", "fixtures", "paste")).Where(f => !f.EndsWith(".expected.md", StringComparison.Ordinal)).GroupBy(f => Path.GetFileNameWithoutExtension(f)).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        Assert.True(samples.Count >= 20, $"Only {samples.Count} samples found.");
        var faults = new ConcurrentQueue<string>();

        await Parallel.ForEachAsync(samples, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (sample, _) =>
        {
            var window = await Person.StartAsync(ada.Context, ada.Address);
            await window.OpenStoryAsync();
            await window.Headline.FillAsync(sample.Key);
            await window.Body.FocusAsync();
            var html = sample.FirstOrDefault(f => f.EndsWith(".html", StringComparison.Ordinal));
            var text = sample.FirstOrDefault(f => f.EndsWith(".txt", StringComparison.Ordinal));
            await window.PasteAsync(html is null ? null : await File.ReadAllTextAsync(html, CancellationToken.None), text is null ? null : await File.ReadAllTextAsync(text, CancellationToken.None));
            await window.SaveAsync();

            var draft = await window.DraftAsync(await window.StoryIdAsync());
            var prose = string.Join("\n\n", draft["content"]!["blocks"]!.AsArray().Select(b => (string?)b!["text"]));
            var held = Bare(prose);
            var expected = Bare(Words(await File.ReadAllTextAsync(Repository.PathOf("tests", "fixtures", "paste", sample.Key + ".expected.md"), CancellationToken.None)));
            if (held != expected) faults.Enqueue($"{sample.Key}: {Difference(expected, held)}");
            foreach (var fault in window.Faults) faults.Enqueue($"{sample.Key}: {fault}");
            await window.Page.CloseAsync();
        });

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
    }

    // After the words a description holds what the writer is told of them.
    private static string Words(string description) => description.Split("=== findings")[0];

    // Letters and figures only: how Markdown writes lists and emphasis is the round trips' matter.
    private static string Bare(string text) => NotWords().Replace(text, " ").Trim();

    private static string Difference(string expected, string held)
    {
        var at = expected.Zip(held).TakeWhile(p => p.First == p.Second).Count();
        return $"expected “{expected[Math.Max(0, at - 30)..Math.Min(expected.Length, at + 60)]}”, the site holds “{held[Math.Max(0, at - 30)..Math.Min(held.Length, at + 60)]}”";
    }

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NotWords();
}
