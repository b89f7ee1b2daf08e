using System.Runtime.CompilerServices;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;

namespace NewsSite.Web.Exchange;

/// <summary>A planned article with what its files say.</summary>
/// <param name="Plan">What is to be done with it.</param>
/// <param name="Main">Its file; null when there is none.</param>
/// <param name="Draft">The file of its draft; null when there is none.</param>
internal sealed record PlannedFiles(ArticlePlan Plan, ArticleFile? Main, ArticleFile? Draft);

/// <summary>Reads the files of the articles that come next while others are stored: the store has one writer, and another processor has time.</summary>
internal sealed class ReadAhead(StoredArticles stored, FileReading reading)
{
    private readonly FileReading _again = reading with { IsChecked = true };

    /// <summary>The articles in their order, some at a time.</summary>
    /// <exception cref="ImportRefused">A file is not what it was when it was planned.</exception>
    public async IAsyncEnumerable<IReadOnlyList<PlannedFiles>> RunAsync(IReadOnlyList<ArticlePlan> plans, int atATime, [EnumeratorCancellation] CancellationToken ct)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var next = Task.FromResult<PlannedFiles[]>([]);
        try
        {
            foreach (var some in plans.Chunk(atATime).Append([]))
            {
                var read = await next;
                next = ReadAsync(some, left.Token);
                if (read.Length > 0) yield return read;
            }
        }
        finally
        {
            await left.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // whoever stops early has a reason of their own
        }
    }

    private async Task<PlannedFiles[]> ReadAsync(ArticlePlan[] plans, CancellationToken ct)
    {
        var read = new PlannedFiles[plans.Length];
        await Parallel.ForAsync(0, plans.Length, ct, async (i, ct) =>
            read[i] = new(plans[i], plans[i].Main is { } main ? await ReadAsync(main, ct) : null, plans[i].Draft is { } draft ? await ReadAsync(draft, ct) : null));
        return read;
    }

    private async Task<ArticleFile> ReadAsync(ArticleFacts facts, CancellationToken ct)
    {
        var faults = new Faults(facts.File.Name);
        var read = await ArticleScan.ReadAsync(facts.File, _again, stored, faults, [], ct);
        if (read is not var (file, digest) || digest != facts.Digest) throw new ImportRefused($"{facts.File.Name}:1: this file was changed while the import ran; import again.");
        return file;
    }
}
