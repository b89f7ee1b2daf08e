using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Exchange;

namespace NewsSite.Tests.Audit;

public sealed class ImportActTests
{
    [Fact]
    public async Task An_import_is_one_act_with_what_it_brought_and_none_when_all_is_as_it_was()
    {
        await using var site = await TestSite.StartAsync();

        await ImportAsync();
        await ImportAsync();

        var entry = Assert.Single(await site.RecordAsync());
        Assert.Equal(("import.done", "import", null), (entry.Act, entry.By, entry.AccountId));
        Assert.Matches(@"^brought content files in \(.*people: 7 new; .*articles: 2 new\)$", entry.Words);
        Assert.Empty(await site.AuditFaultsAsync());

        Task ImportAsync() => site.DoAsync(async services =>
        {
            var result = await services.GetRequiredService<Import>().RunAsync(new(Repository.PathOf("content")), Progress.OnConsole(site.Clock), CancellationToken.None);
            Assert.Empty(result.Faults);
            return true;
        });
    }
}
