using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.Alerts;

/// <summary>Every alert there is and was, those that end last first.</summary>
[Needs(Permission.SetAlerts)]
internal sealed class AlertsPage(AlertRecords records, NewsDb db) : NewsroomPage
{
    private const int PageSize = 40;

    /// <summary>What is searched for; null for everything.</summary>
    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>Number of the page, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages { get; private set; }

    /// <summary>How many alerts are found.</summary>
    public int Total { get; private set; }

    /// <summary>The lines of this page.</summary>
    public IReadOnlyList<RecordRow> Rows { get; private set; } = [];

    /// <summary>What the columns are called.</summary>
    public IReadOnlyList<string> Columns => records.Words.Columns;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var number = 1;
        if (Request.Query["page"] is [{ Length: > 0 } page] && !int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out number)) return NotFound();
        Number = number;
        var query = new WordQuery(Query);
        var found = (await records.AllAsync(ct)).Where(k => query.FindsAmong(k.Words)).ToList();
        (Total, Pages) = (found.Count, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        if (Number < 1 || Number > Pages) return NotFound();
        Rows = await records.RowsAsync(db, [.. found.Skip((Number - 1) * PageSize).Take(PageSize).Select(k => k.Key)], ct);
        return Page();
    }
}
