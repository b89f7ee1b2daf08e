using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.People;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Bulletins.SignUp;

/// <summary>Says in words what readers subscribe to, and which of it there is.</summary>
internal sealed class WantedNames(NewsDb db, TopicList topics, MergedTopics merged)
{
    /// <summary>What it is called: the topic's or the person's name; null when there is none any more.</summary>
    public async Task<string?> NameAsync(Wanted wanted, CancellationToken ct)
    {
        if (wanted.Kind is WantedKind.AlertPerson) return await db.People.Where(p => p.Slug == wanted.Subject).Select(p => p.Name).FirstOrDefaultAsync(ct);
        var now = (await merged.NamesAsync(ct)).Now(wanted.Subject);
        return (await topics.AllAsync(ct)).FirstOrDefault(t => t.Slug == now)?.Name;
    }

    /// <summary>The slugs under which topics are found now, each once.</summary>
    public async Task<IReadOnlyList<string>> PresentAsync(IEnumerable<string> slugs, CancellationToken ct) => (await merged.NamesAsync(ct)).Now([.. slugs]);

    /// <summary>The same wishes, for topics as they are called now, each once.</summary>
    public async Task<IReadOnlyCollection<Wanted>> PresentAsync(IEnumerable<Wanted> wanted, CancellationToken ct)
    {
        var now = await merged.NamesAsync(ct);
        return wanted.Select(w => w.Kind is WantedKind.Topic or WantedKind.AlertTopic ? w with { Subject = now.Now(w.Subject) } : w).ToHashSet();
    }

    /// <summary>Each in words, such as “the daily bulletin” or “a mail when a story about Coast goes live”.</summary>
    public async Task<IReadOnlyList<string>> WordsAsync(IEnumerable<Wanted> what, CancellationToken ct)
    {
        var words = new List<string>();
        foreach (var wanted in what)
        {
            var name = wanted.Kind is WantedKind.Daily ? "" : await NameAsync(wanted, ct) ?? wanted.Subject;
            words.Add(wanted.Kind switch
            {
                WantedKind.Daily => "the daily news bulletin",
                WantedKind.Topic => $"the daily bulletin with the stories about {name}",
                WantedKind.AlertTopic => $"a mail when a story about {name} goes live",
                _ => $"a mail when a story in which {name} speaks goes live",
            });
        }
        return words;
    }
}
