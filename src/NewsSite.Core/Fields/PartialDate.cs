using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsSite.Core.Fields;

/// <summary>A date as far as it is known: "2015", "2017-11" or "2022-09-21". Sorts by its first day.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(DateOnly first, int parts)
    {
        First = first;
        Parts = parts;
    }

    /// <summary>The first day that it can mean.</summary>
    public DateOnly First { get; }

    /// <summary>1 for a year, 2 for a month, 3 for a day.</summary>
    public int Parts { get; }

    /// <summary>Reads "yyyy", "yyyy-MM" or "yyyy-MM-dd".</summary>
    /// <returns>False for anything else; <paramref name="date"/> is then without meaning.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        string[] forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];
        for (var i = 0; i < forms.Length; i++)
        {
            if (!DateOnly.TryParseExact(text, forms[i], CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) continue;
            date = new(first, i + 1);
            return true;
        }
        date = default;
        return false;
    }

    /// <inheritdoc/>
    public int CompareTo(PartialDate other) => First != other.First ? First.CompareTo(other.First) : Parts.CompareTo(other.Parts);

    /// <summary>The form of ISO 8601 that <see cref="TryParse"/> reads.</summary>
    public override string ToString() =>
        First.ToString(Parts switch { 1 => "yyyy", 2 => "yyyy-MM", _ => "yyyy-MM-dd" }, CultureInfo.InvariantCulture);

    /// <summary>As readers see it: "2015", "November 2017", "21 September 2022".</summary>
    public string ToText(CultureInfo culture) =>
        First.ToString(Parts switch { 1 => "yyyy", 2 => "MMMM yyyy", _ => "d MMMM yyyy" }, culture);

    /// <summary>Whether the left is earlier.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left is earlier or the same.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left is later.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left is later or the same.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    private sealed class Json : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var date) ? date : throw new JsonException("Expected a date such as 2015, 2017-11 or 2022-09-21.");

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
