using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Commands;
using NewsSite.Web.Data;

namespace NewsSite.Tests.Audit;

/// <summary>Somebody who can write to the database changes the record.</summary>
public sealed class TamperingTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        for (var i = 1; i <= 5; i++) await _site.ActAsync(new NewsSite.Web.Newsroom.Act("test.done", $"did {i}") { By = "Ada Quill" });
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("""UPDATE "AuditEntries" SET "Words" = 'did nothing' WHERE "Number" = 3""")]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Number" = 5""")]
    [InlineData("""DELETE FROM "AuditEntries" """)]
    [InlineData("""DELETE FROM "AuditHead" """)]
    [InlineData("""INSERT INTO "AuditEntries" ("Number", "At", "By", "Act", "Words", "Previous", "Hash") VALUES (0, '2026-05-04 09:00:00', 'x', 'x', 'x', 'x', 'x')""")]
    [InlineData("""REPLACE INTO "AuditEntries" ("Number", "At", "By", "Act", "Words", "Previous", "Hash") VALUES (3, '2026-05-04 09:00:00', 'x', 'x', 'x', 'x', 'x')""")]
    [InlineData("""TRUNCATE "AuditEntries" """)]
    public async Task The_database_refuses(string sql)
    {
        await Assert.ThrowsAnyAsync<DbException>(() => SqlAsync(sql));

        Assert.Empty(await _site.AuditFaultsAsync());
        Assert.Equal(5, (await _site.RecordAsync()).Count);
    }

    [Theory]
    [InlineData("""UPDATE "AuditEntries" SET "Words" = 'did nothing' WHERE "Number" = 3""", "entry 3 ")]
    [InlineData("""UPDATE "AuditEntries" SET "By" = 'Bob' WHERE "Number" = 1""", "entry 1 ")]
    [InlineData("""UPDATE "AuditEntries" SET "Why" = 'because' WHERE "Number" = 5""", "entry 5 ")]
    [InlineData("""UPDATE "AuditEntries" SET "Hash" = "Previous" WHERE "Number" = 2""", "entry 2 ")]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Number" = 1""", "entry 1 is missing")]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Number" = 3""", "entry 3 is missing")]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Number" >= 4""", "entry 4 is missing, and all after it up to 5")]
    [InlineData("""DELETE FROM "AuditEntries" """, "entry 1 is missing, and all after it up to 5")]
    [InlineData("""INSERT INTO "AuditEntries" ("Number", "At", "By", "Act", "Words", "Previous", "Hash") VALUES (0, '2026-05-04 09:00:00', 'x', 'x', 'x', 'x', 'x')""", "entry 0 was slipped in")]
    [InlineData("""INSERT INTO "AuditEntries" ("Number", "At", "By", "Act", "Words", "Previous", "Hash") VALUES (6, '2026-05-04 09:00:00', 'x', 'x', 'x', 'x', 'x')""", "entry 6 was added past its end")]
    [InlineData("""UPDATE "AuditHead" SET "Number" = 4""", "entry 5 was added past its end|entry 4, the last, is not")]
    [InlineData("""UPDATE "AuditHead" SET "Hash" = 'x'""", "entry 5, the last, is not the one that was written last")]
    [InlineData("""DELETE FROM "AuditHead" """, "its end is not known")]
    public async Task And_the_doctor_names_what_somebody_did_who_took_the_guards_away(string sql, string said)
    {
        await DropGuardsAsync();
        await SqlAsync(sql);

        var fault = Assert.Single(await _site.AuditFaultsAsync());

        Assert.Contains(said.Split('|'), s => fault.Contains(s, StringComparison.Ordinal));
        Assert.Contains("Keep this database as evidence", fault);
    }

    [Fact]
    public async Task The_doctor_misses_a_guard_and_says_so_from_the_command_line()
    {
        await DropGuardsAsync();

        var (code, _, error) = await NewsSiteProcess.RunAsync(["doctor", $"--Data:Directory={Path.Combine(_site.Folder, "data")}", .. _site.DatabaseSettings]);

        Assert.Equal(1, code);
        Assert.Contains("Audit trail: the database no longer refuses changes to it: trigger AuditEntries_NoUpdate is gone or off.", error);
    }

    private Task<bool> DropGuardsAsync() => _site.InDbAsync(async db =>
    {
        foreach (var name in NewsSite.Web.Data.Migrations.AuditGuards.Names(db.IsSqlite))
            await db.Database.ExecuteSqlRawAsync(db.IsSqlite ? $"DROP TRIGGER \"{name}\"" : $"DROP TRIGGER \"{name}\" ON \"{name.Split('_')[0]}\"");
        return true;
    });

    private Task<int> SqlAsync(string sql) => _site.InDbAsync(db => db.Database.ExecuteSqlRawAsync(sql));
}
