using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Invitations;

/// <summary>The first account. Its address is printed at each start until it has been made, a new one each time.</summary>
internal sealed partial class SetUp(NewsDb db, AccountBook book, IActs acts, TimeProvider clock, ILogger<SetUp> log)
{
    /// <summary>Path and token at which the first account can be made; null when there is an account. Earlier ones no longer work.</summary>
    public async Task<string?> MakePathAsync(CancellationToken ct)
    {
        if (await book.AnyAsync(ct)) return null;
        var token = Secret.Make();
        await db.Set<OneTimeAddress>().Where(a => a.AccountId == null).ExecuteDeleteAsync(ct);
        db.Add(new OneTimeAddress { TokenHash = Secret.HashOf(token), AccountId = null, ExpiresAt = clock.GetUtcNow().AddYears(1) });
        await db.SaveChangesAsync(ct);
        return $"/newsroom/setup?token={token}";
    }

    /// <summary>Whether this token makes the first account.</summary>
    public async Task<bool> IsGoodAsync(string? token, CancellationToken ct)
    {
        var hash = Secret.HashOf(token ?? "");
        return await db.Set<OneTimeAddress>().AnyAsync(a => a.TokenHash == hash && a.AccountId == null, ct) && !await book.AnyAsync(ct);
    }

    /// <summary>Makes the first account.</summary>
    /// <returns>False when somebody else has made it meanwhile.</returns>
    public async Task<bool> UseAsync(string token, Account account, string password, CancellationToken ct)
    {
        var hash = Secret.HashOf(token);
        var fault = await book.AloneAsync(async () =>
        {
            if (await db.Set<OneTimeAddress>().Where(a => a.TokenHash == hash && a.AccountId == null).ExecuteDeleteAsync(ct) == 0 || await book.AnyAsync(ct)) return "used";
            book.SetPassword(account, password);
            db.Add(account);
            acts.Add(db, new("account.set-up", "made the first account, an administrator’s, at the address on the console") { By = account.Name, Account = account.Id, Subject = account.Subject });
            return null;
        }, ct);
        if (fault is null) Made(log, account.Id);
        return fault is null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The first account {Account} was made")]
    private static partial void Made(ILogger log, Guid account);
}

/// <summary>Tells the operator on the console where the first account is made.</summary>
internal sealed class SetUpNotice(IServiceScopeFactory scopes, IServer server, SiteFacts site) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SetUp>().MakePathAsync(cancellationToken) is not { } path) return;
        await Console.Out.WriteLineAsync($"""

            There is no account yet. Make the first one, the administrator's, at this address; it works once:

                {Base()}{path}

            """);
        await Console.Out.FlushAsync(cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // On the operator's own machine the port listened on counts, whatever the settings say.
    private string Base()
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(BindingAddress.Parse).FirstOrDefault();
        return listening is null || !site.BaseUrl.IsLoopback ? site.Address("") : $"{listening.Scheme}://{site.BaseUrl.Host}:{listening.Port}";
    }
}
