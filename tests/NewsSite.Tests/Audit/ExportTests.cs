using System.Security.Cryptography;
using System.Text;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Audit;

public sealed class ExportTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Somebody_else_can_check_the_chain_with_the_file_and_the_description_alone()
    {
        foreach (var words in new[] { "plain", "with \"quotes\", commas", "=1+1", "+44", "-", "@home", "'tis", "'=1", "“£37,000” 🐟" })
            await _site.ActAsync(new Act("test.done", words) { By = words, Why = words, Article = Guid.CreateVersion7(), Subject = words });

        var rows = await ExportAsync();

        Assert.Equal(10, rows.Count);
        var previous = new string('0', 64);
        foreach (var row in rows.Skip(1))
        {
            // As docs/reference/audit-trail.md says.
            string[] cells = [.. row.Select(cell => cell.StartsWith('\'') ? cell[1..] : cell)];
            Assert.Equal(previous, cells[9]);
            string[] hashed = [cells[9], .. cells[..9]];
            var text = string.Concat(hashed.Select(c => $"{Encoding.UTF8.GetByteCount(c)}:{c},"));
            previous = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            Assert.Equal(previous, cells[10]);
        }
    }

    [Fact]
    public async Task No_cell_is_a_formula_to_a_spreadsheet()
    {
        foreach (var words in new[] { "=HYPERLINK(\"http://example.org\")", "+1", "-1", "@SUM(A1)", "plain" }) await _site.ActAsync(new Act("test.done", words) { By = words });

        var cells = (await ExportAsync()).Skip(1).SelectMany(r => r).ToList();

        Assert.DoesNotContain(cells, c => c.Length > 0 && "=+-@\t\r".Contains(c[0], StringComparison.Ordinal));
        Assert.Contains("'=HYPERLINK(\"http://example.org\")", cells);
        Assert.Contains("plain", cells);
    }

    [Fact]
    public async Task It_holds_what_the_page_would_show_and_has_a_name()
    {
        await _site.ActAsync(new Act("test.done", "one"), new Act("test.other", "two"));
        using var editor = await _site.SignInAsync(Role.Editor);

        using var answer = await editor.GetAsync("/newsroom/audit/export.csv?act=test.other");
        using var wrong = await editor.GetAsync("/newsroom/audit/export.csv?from=never");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("record-2026-05-04.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var rows = Rows(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["words", "two"], rows.Select(r => r[7]));
        Assert.Equal("/newsroom/audit?from=never", wrong.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_long_record_is_exported_whole()
    {
        await _site.ActAsync([.. Enumerable.Range(1, 2_500).Select(i => new Act("test.done", $"did {i}"))]);

        var rows = await ExportAsync();

        Assert.Equal(Enumerable.Range(1, 2_500).Select(i => $"did {i}"), rows.Skip(1).Select(r => r[7]));
    }

    private async Task<IReadOnlyList<string[]>> ExportAsync()
    {
        using var editor = await _site.SignInAsync(Role.Editor);
        return Rows(await editor.GetStringAsync("/newsroom/audit/export.csv"));
    }

    // RFC 4180, read strictly.
    private static List<string[]> Rows(string csv)
    {
        var (rows, row, at) = (new List<string[]>(), new List<string>(), csv.StartsWith('\ufeff') ? 1 : 0);
        while (at < csv.Length)
        {
            var cell = new StringBuilder();
            if (csv[at] == '"')
            {
                for (at++; ; at++)
                {
                    if (csv[at] != '"') cell.Append(csv[at]);
                    else if (csv[at + 1] == '"') cell.Append(csv[at++]);
                    else break;
                }
                at++;
            }
            else
            {
                while (csv[at] is not (',' or '\r')) cell.Append(csv[at++]);
            }
            row.Add(cell.ToString());
            if (csv[at] == ',')
            {
                at++;
                continue;
            }
            Assert.Equal("\r\n", csv.Substring(at, 2));
            at += 2;
            rows.Add([.. row]);
            row.Clear();
        }
        return rows;
    }
}
