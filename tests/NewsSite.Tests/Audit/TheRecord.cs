using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Audit;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Audit;

/// <summary>What a site's audit trail says.</summary>
internal static class TheRecord
{
    extension(TestSite site)
    {
        /// <summary>The entries, first to last.</summary>
        public Task<List<AuditEntry>> RecordAsync() => site.InDbAsync(db => db.AuditEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync());

        /// <summary>What the doctor says of it.</summary>
        public Task<IReadOnlyList<string>> AuditFaultsAsync() => site.Services.GetServices<IDoctorCheck>().OfType<AuditDoctor>().Single().FaultsAsync(CancellationToken.None);

        /// <summary>Adds acts that nobody did.</summary>
        public Task<int> ActAsync(params Act[] acts) => site.DoAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDb>();
            foreach (var act in acts) services.GetRequiredService<IActs>().Add(db, act);
            return await db.SaveChangesAsync();
        });
    }
}
