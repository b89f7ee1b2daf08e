using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsSite.Benchmarks;

/// <summary>A library of thousands of pictures: their rows, without their files.</summary>
internal static class LargeLibrary
{
    public const int Pictures = 5_000;

    private static readonly string[] Places = ["pier", "harbour", "county-hall", "market", "moor", "school", "bridge", "levels"];

    /// <summary>Adds them to a SQLite store that the program has made and does not use now.</summary>
    public static async Task FillAsync(Store store)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(store.Folder, "newssite.db")}");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO "Media" ("Id", "File", "Hash", "ContentType", "Bytes", "Width", "Height", "Credit", "Renditions", "Words")
            VALUES ($id, $file, $hash, 'image/jpeg', 240000, 1600, 1067, 'County archive', '[]', $words)
            """;
        foreach (var name in new[] { "$id", "$file", "$hash", "$words" }) insert.Parameters.Add(name, SqliteType.Text);
        for (var i = 1; i <= Pictures; i++)
        {
            var place = Places[i % Places.Length];
            insert.Parameters["$id"].Value = string.Create(CultureInfo.InvariantCulture, $"019E0000-0000-7000-8000-{i:X12}");
            insert.Parameters["$file"].Value = $"{place}-{i}.jpg";
            insert.Parameters["$hash"].Value = $"{i:x16}".PadRight(64, 'a');
            insert.Parameters["$words"].Value = $"""["{place}","{i}","county","archive"]""";
            await insert.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
        SqliteConnection.ClearPool(connection);
    }
}
