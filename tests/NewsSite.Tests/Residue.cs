using Microsoft.EntityFrameworkCore;

namespace NewsSite.Tests;

/// <summary>Looks for what should have been erased.</summary>
internal static class Residue
{
    /// <summary>Every column of text of every table in which a word stands still.</summary>
    public static Task<List<string>> ResidueAsync(this TestSite site, string word) => site.InDbAsync(async db =>
    {
        var found = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes())
            foreach (var column in entity.GetProperties().Where(p => (p.GetValueConverter()?.ProviderClrType ?? p.ClrType) == typeof(string)))
            {
                var (table, name) = (entity.GetTableName(), column.GetColumnName());
                var sql = $"""SELECT count(*) AS "Value" FROM "{table}" WHERE lower(CAST("{name}" AS TEXT)) LIKE '%{word}%'""";
                var count = await db.Database.SqlQueryRaw<int>(sql).SingleAsync();
                if (count > 0) found.Add($"{table}.{name}");
            }
        return found;
    });
}
