using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Accounts.Tokens;

/// <summary>What a key stands for when a request comes with it.</summary>
internal abstract record KeyOutcome
{
    /// <summary>The request is to be done now.</summary>
    /// <param name="Row">Its row.</param>
    /// <param name="IsResumed">Whether it was begun before, and nobody knows how far it came.</param>
    public sealed record Do(AnsweredRequest Row, bool IsResumed) : KeyOutcome;

    /// <summary>It was done; this is its answer.</summary>
    public sealed record Done(AnsweredRequest Row) : KeyOutcome;

    /// <summary>It is being done.</summary>
    public sealed record Busy : KeyOutcome;

    /// <summary>The key stands for another request.</summary>
    public sealed record Another : KeyOutcome;
}

/// <summary>
/// Keeps requests and their answers by the keys of programs. The row is there before the request is done, in a transaction of its own, and gets its answer
/// afterwards in another: of two requests at once one finds the other's row. A program that stops between the two leaves a row without an answer, which a repetition takes up.
/// </summary>
internal sealed class AnswerBook(IDbContextFactory<NewsDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24), LongestWork = TimeSpan.FromMinutes(5);

    /// <summary>Finds out what to do with a request, and takes it on where it is to be done.</summary>
    public async Task<KeyOutcome> TakeAsync(Guid token, string key, string hash, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var yesterday = now - Kept;
        await db.Set<AnsweredRequest>().Where(r => r.MadeAt <= yesterday).ExecuteDeleteAsync(ct);
        while (true)
        {
            if (await Of(db, token, key).AsNoTracking().FirstOrDefaultAsync(ct) is { } found)
            {
                if (found.RequestHash != hash) return new KeyOutcome.Another();
                if (found.Status is not null) return new KeyOutcome.Done(found);
                if (found.HeldUntil > now) return new KeyOutcome.Busy();
                if (await Of(db, token, key).Where(r => r.Status == null && r.HeldUntil == found.HeldUntil).ExecuteUpdateAsync(set => set.SetProperty(r => r.HeldUntil, now + LongestWork), ct) == 1)
                    return new KeyOutcome.Do(found, IsResumed: true);
                continue; // somebody else has taken it up
            }
            var row = new AnsweredRequest { TokenId = token, Key = key, RequestHash = hash, Reserved = Guid.CreateVersion7(now), MadeAt = now, HeldUntil = now + LongestWork };
            db.Add(row);
            try
            {
                await db.SaveChangesAsync(ct);
                return new KeyOutcome.Do(row, IsResumed: false);
            }
            catch (Exception e) when (Races.IsLost(e))
            {
                db.ChangeTracker.Clear(); // the same request has come twice at once
            }
        }
    }

    /// <summary>Keeps the answer.</summary>
    public Task AnswerAsync(AnsweredRequest row, int status, string? entityTag, string? location, string body) => OnAsync(row, rows => rows.ExecuteUpdateAsync(set => set
        .SetProperty(r => r.Status, status).SetProperty(r => r.EntityTag, entityTag).SetProperty(r => r.Location, location).SetProperty(r => r.Body, body)));

    /// <summary>Forgets a request that was refused: nothing was done, so that the key is free.</summary>
    public Task ForgetAsync(AnsweredRequest row) => OnAsync(row, rows => rows.ExecuteDeleteAsync());

    /// <summary>Gives a request back that failed, so that a repetition takes it up at once.</summary>
    public Task GiveBackAsync(AnsweredRequest row)
    {
        var now = clock.GetUtcNow();
        return OnAsync(row, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(r => r.HeldUntil, now)));
    }

    private async Task OnAsync(AnsweredRequest row, Func<IQueryable<AnsweredRequest>, Task<int>> act)
    {
        await using var db = await databases.CreateDbContextAsync();
        await act(Of(db, row.TokenId, row.Key));
    }

    private static IQueryable<AnsweredRequest> Of(NewsDb db, Guid token, string key) => db.Set<AnsweredRequest>().Where(r => r.TokenId == token && r.Key == key);
}
