using System.Globalization;

namespace NewsSite.Web.Sites;

/// <summary>The words by which times are told, in English and in a culture's language.</summary>
internal sealed class TimeVocabulary
{
    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private readonly CultureInfo _culture;
    private readonly Dictionary<string, int> _months = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DayOfWeek> _weekdays = new(StringComparer.Ordinal);
    private readonly List<string> _joined = [];

    public TimeVocabulary(CultureInfo culture)
    {
        _culture = culture;
        foreach (var names in new[] { CultureInfo.InvariantCulture.DateTimeFormat, culture.DateTimeFormat })
        {
            for (var month = 0; month < 12; month++)
                foreach (var name in new[] { names.MonthNames[month], names.MonthGenitiveNames[month], names.AbbreviatedMonthNames[month], names.AbbreviatedMonthGenitiveNames[month] }) Add(_months, name, month + 1);
            foreach (var day in Enum.GetValues<DayOfWeek>())
                foreach (var name in new[] { names.GetDayName(day), names.GetAbbreviatedDayName(day) }) Add(_weekdays, name, day);
        }
        foreach (var (name, day) in new[] { ("tues", DayOfWeek.Tuesday), ("weds", DayOfWeek.Wednesday), ("thur", DayOfWeek.Thursday), ("thurs", DayOfWeek.Thursday) }) _weekdays.TryAdd(name, day);
        _months.TryAdd("sept", 9);
    }

    /// <summary>In small letters, with names of several words made one.</summary>
    public string Join(string typed) => _joined.Aggregate(Lower(typed), (text, name) => text.Replace(name, name.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));

    public int? Month(string word) => _months.TryGetValue(word, out var month) ? month : null;

    public DayOfWeek? Weekday(string word) => _weekdays.TryGetValue(word, out var day) ? day : null;

    /// <summary>One to twelve.</summary>
    public static int? Number(TimeToken token) => token.Number ?? (Array.IndexOf(Numbers, token.Text) is >= 0 and var i ? i + 1 : null);

    private void Add<T>(Dictionary<string, T> names, string name, T value)
    {
        var word = Lower(name).TrimEnd('.').Replace('’', '\'');
        if (word.Contains(' ', StringComparison.Ordinal)) _joined.Add(word);
        word = word.Replace(" ", "", StringComparison.Ordinal);
        if (word.Length > 0) names.TryAdd(word, value); // a culture's word never takes an English one away
    }

    private string Lower(string text) => text.ToLower(_culture);
}
