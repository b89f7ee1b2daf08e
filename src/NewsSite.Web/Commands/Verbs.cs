using NewsSite.Web.Data;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Commands;

/// <summary>The program's verbs.</summary>
internal static class Verbs
{
    public static async Task<int> RunAsync(string[] args)
    {
        var app = Host.Build(args);
        await app.Services.GetRequiredService<Upgrade>().RunAsync(CancellationToken.None);
        await app.RunAsync();
        return 0;
    }
}
