using NewsSite.Web.Bulletins.Sending;

namespace NewsSite.Web.Commands;

/// <summary>Takes a mail that came back. It succeeds whatever the mail says: a mail server that is told of a fault would send a mail about that.</summary>
internal static class BounceVerb
{
    private const int Most = 200_000; // characters; what tells is at the beginning

    public static async Task<int> RunAsync(string[] settings, CancellationToken ct)
    {
        var buffer = new char[Most];
        var length = await Console.In.ReadBlockAsync(buffer, ct);
        return await VerbHost.RunAsync(settings, async services =>
        {
            var bounce = Bounce.Of(new string(buffer, 0, length));
            var isStopped = bounce is not null && await services.GetRequiredService<Bounces>().TakeAsync(bounce, ct);
            await Console.Out.WriteLineAsync(isStopped ? $"The address is stopped: {bounce!.Status}." : "Nothing is stopped: the mail does not say that an address of a subscriber is none.");
            return 0;
        }, ct);
    }
}
