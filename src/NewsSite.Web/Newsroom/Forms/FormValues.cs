using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace NewsSite.Web.Newsroom.Forms;

/// <summary>What stands in a form, by the names of its inputs. Rows of a field are <c>roles-0-title</c>, <c>roles-1-title</c> and so on.</summary>
public sealed class FormValues
{
    private readonly SortedDictionary<string, string> _all = new(StringComparer.Ordinal);

    /// <summary>What is in an input; empty for nothing.</summary>
    public string this[string name]
    {
        get => _all.GetValueOrDefault(name, "");
        set => _all[name] = value;
    }

    /// <summary>Puts words into an input; nothing for null.</summary>
    public FormValues With(string name, string? value)
    {
        this[name] = value ?? "";
        return this;
    }

    /// <summary>What somebody has sent.</summary>
    public static FormValues Of(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var values = new FormValues();
        foreach (var (name, sent) in form) values[name] = sent.ToString().Replace("\0", "", StringComparison.Ordinal);
        return values;
    }

    /// <summary>How many rows a field has, empty ones at its end not counted.</summary>
    public int RowsOf(string field) =>
        1 + _all.Where(e => e.Value.Length > 0).Select(e => NumberOf(e.Key, field)).DefaultIfEmpty(-1).Max();

    /// <summary>Takes a row out; those after it move up.</summary>
    public void Remove(string field, int row)
    {
        foreach (var (name, value) in _all.ToList())
        {
            if (NumberOf(name, field) is not (>= 0 and var number) || number < row) continue;
            _all.Remove(name);
            if (number > row) _all[$"{field}-{number - 1}{name[(name.IndexOf('-', field.Length + 1))..]}"] = value;
        }
    }

    /// <summary>Whether a row has nothing in it.</summary>
    public bool IsEmpty(string field, int row) => !_all.Any(e => NumberOf(e.Key, field) == row && !string.IsNullOrWhiteSpace(e.Value));

    private static int NumberOf(string name, string field) =>
        name.StartsWith(field + "-", StringComparison.Ordinal) && name.IndexOf('-', field.Length + 1) is > 0 and var end
        && int.TryParse(name.AsSpan(field.Length + 1, end - field.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000 ? number : -1;
}
