using Microsoft.Data.Sqlite;
using NewsSite.Tests.Commands;
using static NewsSite.Tests.Exchange.ContentDirectory;

namespace NewsSite.Tests.Exchange;

public sealed class KilledImportTests
{
    [Fact]
    public async Task Killing_the_process_during_an_import_leaves_the_store_as_it_was()
    {
        using var content = new ContentDirectory();
        var paragraphs = string.Join("\n\n", Enumerable.Range(0, 200).Select(i => $"Paragraph {i} of a long story about the council and what it decided."));
        for (var i = 0; i < 1_500; i++) content.Write($"articles/a{i}.md", Article($"Number {i}", paragraphs));
        var data = Directory.CreateTempSubdirectory("killed-").FullName;
        string[] settings = [$"--Data:Directory={data}", "--Data:Provider=Sqlite"];
        await NewsSiteProcess.RunAsync(["migrate", .. settings]);

        using (var import = NewsSiteProcess.Start(["import", content.Path, .. settings]))
        {
            var log = new FileInfo(Path.Combine(data, "newssite.db-wal"));
            while (!import.HasExited && !(log.Exists && log.Length > 3_000_000)) // it writes what its memory cannot hold
            {
                await Task.Yield();
                log.Refresh();
            }
            Assert.False(import.HasExited, "The import was over before it could be killed.");
            import.Kill();
            await import.WaitForExitAsync();
        }

        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "newssite.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT count(*) FROM Articles) + (SELECT count(*) FROM Revisions) + (SELECT count(*) FROM Topics) + (SELECT count(*) FROM Changes)";
        Assert.Equal(0L, await command.ExecuteScalarAsync());
        await connection.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
