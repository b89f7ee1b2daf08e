using System.Text;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Audit;

/// <summary>GET /newsroom/audit/export.csv: the entries that the page would show, earliest first, as a file for spreadsheets and for whoever checks the chain.</summary>
internal static class ExportAudit
{
    private static readonly string[] Columns = ["number", "time", "account", "by", "act", "article", "subject", "words", "why", "previous", "hash"];

    public static void MapExportAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/newsroom/audit/export.csv", HandleAsync).WithMetadata(new NeedsAttribute(Permission.SeeAuditTrail)).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(HttpContext http, AuditSearch search, AuditReader record, AuditTimes times, TimeProvider clock, CancellationToken ct)
    {
        var question = AuditQuestion.Of(http.Request.Query);
        var answer = await search.UnderstandAsync(question, ct);
        if (answer.Faults.Count > 0) return TypedResults.Redirect($"/newsroom/audit{question.ToQuery()}"); // which says what is wrong
        var name = FormattableString.Invariant($"record-{times.DayOf(clock.GetUtcNow()):yyyy-MM-dd}.csv");
        return TypedResults.Stream(body => WriteAsync(body, record.AllAsync(answer.Filter, ct), ct), "text/csv; charset=utf-8; header=present", name);
    }

    private static async Task WriteAsync(Stream body, IAsyncEnumerable<AuditEntry> entries, CancellationToken ct)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16_384, leaveOpen: true); // without the mark, spreadsheets take it for another encoding
        await writer.WriteAsync(LineOf(Columns).AsMemory(), ct);
        await foreach (var e in entries.WithCancellation(ct))
            await writer.WriteAsync(LineOf([AuditHash.NumberOf(e), AuditHash.TimeOf(e), AuditHash.IdOf(e.AccountId), e.By, e.Act, AuditHash.IdOf(e.ArticleId), e.Subject ?? "", e.Words, e.Why ?? "", e.Previous, e.Hash]).AsMemory(), ct);
    }

    private static string LineOf(IEnumerable<string> cells) => string.Join(',', cells.Select(CellOf)) + "\r\n"; // RFC 4180

    // A spreadsheet would take a text that begins so for a formula. The apostrophe goes before one of its own too, so that whoever reads the file can take it off again.
    private static string CellOf(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'') text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
