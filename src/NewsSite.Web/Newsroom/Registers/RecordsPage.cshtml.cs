using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Data;

namespace NewsSite.Web.Newsroom.Registers;

/// <summary>The list of a register: any page of it is read by keys, whatever its number and the register's size.</summary>
[Needs(Permission.KeepRegisters)]
public sealed class RecordsPage(IEnumerable<IRecords> registers, IEnumerable<IRecordUses> uses, IEnumerable<RegisterActLink> links, NewsDb db, ICurrentAccount who) : RegisterPage(registers, who)
{
    private const int PageSize = 40;

    /// <summary>What is searched for; null for everything.</summary>
    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>Number of the page, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages { get; private set; }

    /// <summary>How many records there are, or are found.</summary>
    public int Total { get; private set; }

    /// <summary>The lines of this page.</summary>
    public IReadOnlyList<RecordRow> Rows { get; private set; } = [];

    /// <summary>Further acts that whoever looks may do.</summary>
    public IReadOnlyList<RegisterActLink> Acts => [.. links.Where(l => l.Folder == Words.Folder && May(l.Needs))];

    /// <summary>The heading of the column of uses; null for none.</summary>
    public string? UsesColumn { get; private set; }

    /// <summary>How many uses each line's record has; those with none may be missing.</summary>
    public IReadOnlyDictionary<string, int> Uses { get; private set; } = new Dictionary<string, int>();

    /// <summary>Shows a page of the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Request.Query["page"] is [{ Length: > 0 } page])
        {
            if (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) return NotFound();
            Number = number;
        }
        var query = new WordQuery(Query);
        var all = await Records.AllAsync(ct);
        IReadOnlyList<RecordKey> found = query.IsEmpty ? string.IsNullOrWhiteSpace(Query) ? all : [] : [.. all.Where(k => query.FindsAmong(k.Words))];
        (Total, Pages) = (found.Count, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        if (Number > Pages) return NotFound();
        var first = (Number - 1) * PageSize;
        Rows = await Records.RowsAsync(db, [.. Enumerable.Range(first, Math.Min(PageSize, found.Count - first)).Select(i => found[i].Key)], ct);
        if (uses.FirstOrDefault(u => u.ColumnOf(Words.Folder) is not null) is { } counting)
            (UsesColumn, Uses) = (counting.ColumnOf(Words.Folder), await counting.CountAsync(Words.Folder, [.. Rows.Select(r => r.Key)], ct));
        return Page();
    }

    /// <summary>The address of another page of this list.</summary>
    public string PathOf(int page)
    {
        string[] parts =
        [
            .. string.IsNullOrWhiteSpace(Query) ? [] : new[] { $"q={Uri.EscapeDataString(Query)}" },
            .. page > 1 ? [string.Create(CultureInfo.InvariantCulture, $"page={page}")] : Array.Empty<string>(),
        ];
        return Words.ListPath + (parts.Length > 0 ? "?" + string.Join('&', parts) : "");
    }
}
