using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Mail;

/// <summary>Whether mail has somewhere to go.</summary>
internal sealed class MailDoctor(IOptions<MailOptions> options, Post post) : IDoctorCheck
{
    public string Name => "Mail";

    public bool NeedsDatabase => false;

    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>(
        options.Value.Mode is MailMode.Directory && File.Exists(post.Folder) ? [$"“{post.Folder}” is a file where the folder of outgoing mail should be: move it away."] : []);
}

/// <summary>Whether mail has been given up.</summary>
internal sealed class UnsentMailDoctor(IDbContextFactory<NewsDb> databases) : IDoctorCheck
{
    public string Name => "Outbox";

    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var unsent = await db.Set<OutgoingMail>().CountAsync(m => m.DueAt == null, ct);
        if (unsent == 0) return [];
        var fault = await db.Set<OutgoingMail>().Where(m => m.DueAt == null).OrderByDescending(m => m.QueuedAt).Select(m => m.Fault).FirstAsync(ct);
        return [$"{unsent} {(unsent == 1 ? "mail has" : "mails have")} been given up, the last because: {fault}"];
    }
}
