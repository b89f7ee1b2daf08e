using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrated_schema_is_that_of_the_model()
    {
        await using var migrated = await TestSite.StartAsync();
        await using var database = new TestDatabase();
        await database.CreateAsync();
        await using var created = database.Open(Path.Combine(migrated.Folder, "created.db"));
        await created.Database.EnsureCreatedAsync();

        var expected = await SchemaAsync(created);
        var actual = await migrated.InDbAsync(SchemaAsync);

        Assert.True(expected.Count > 50);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task Starting_again_changes_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var before = await site.InDbAsync(SchemaAsync);

        await site.RestartAsync();

        Assert.Equal(before, await site.InDbAsync(SchemaAsync));
    }

    // The tables in which each database searches are its own, and the model does not know them.
    private static async Task<List<string>> SchemaAsync(NewsDb db)
    {
        var sql = db.IsSqlite
            ? """
              SELECT m.name || '.' || c.name || ' ' || c.type || ' null:' || (1 - c."notnull") || ' key:' || c.pk
              FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'SearchIndex%'
              UNION SELECT 'index ' || m.tbl_name || ' ' || m.name || ' unique:' || l."unique" || ' ' || (SELECT group_concat(i.name, ',') FROM pragma_index_info(m.name) i)
              FROM sqlite_master m JOIN pragma_index_list(m.tbl_name) l ON l.name = m.name WHERE m.type = 'index' AND m.name NOT LIKE 'sqlite%'
              UNION SELECT 'reference ' || m.name || '.' || f."from" || ' to ' || f."table" || '.' || f."to" || ' ' || f.on_delete FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
              ORDER BY 1
              """
            : """
              SELECT table_name || '.' || column_name || ' ' || data_type || ' null:' || is_nullable || ' ' || coalesce(identity_generation, '')
              FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%' AND table_name <> 'SearchIndex'
              UNION SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%' AND tablename <> 'SearchIndex'
              UNION SELECT 'reference ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND conrelid <> coalesce(to_regclass('"SearchIndex"'), 0)
              ORDER BY 1
              """;
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }
}
