namespace NewsSite.Web.Sites;

internal sealed partial class TimePhrase
{
    private const int LatelyPast = 30; // days; a date without a year that was so lately may be meant

    private DateOnly? _day;
    private DayOfWeek? _weekday;
    private bool _isNextWeekday;
    private bool _isTonight;
    private bool _isSameMinute;
    private int? _dayOfMonth;

    private bool HasDay => _day is not null || _weekday is not null || _dayOfMonth is not null;

    private void SetDay(DateOnly day)
    {
        if (_day is not null || _dayOfMonth is not null) Ask($"“{typed}” names two days. {TimeWords.Examples}");
        _day = day;
    }

    private bool ReadDay()
    {
        if (Word(0) is not { } word) return false;
        switch (word)
        {
            case "today":
                return Take(1, Today);
            case "tonight":
                (_isTonight, _part) = (true, DayPart.Night);
                return Take(1, Today);
            case "tomorrow" or "tomorow" or "tmrw":
                return Take(1, Today.AddDays(1));
            case "yesterday":
                return Take(1, Today.AddDays(-1));
            case "day" when Word(1) is "after" && Word(2) is "tomorrow":
                return Take(3, Today.AddDays(2));
            case "next" when Word(1) is { } name && vocabulary.Weekday(name) is not null:
                _next++;
                _isNextWeekday = true;
                return ReadDay();
        }
        if (vocabulary.Weekday(word) is { } weekday && vocabulary.Month(word) is null)
        {
            if (_weekday is not null) return false;
            _weekday = weekday;
            _next++;
            SkipPoint();
            return true;
        }
        return ReadDate();
    }

    private bool ReadDate()
    {
        if (_next < tokens.Count && tokens[_next] is { IsOrdinal: true, Number: { } ordinal }) return ReadNamedMonth(ordinal, 1) || TakeDayOfMonth(ordinal);
        if (Word(0) is { } word && vocabulary.Month(word) is { } month) return ReadMonthFirst(month);
        if (Number(0) is not { } first) return false;
        if (ReadNamedMonth(first, 1)) return true;
        var sign = Word(1);
        if (sign is not ("/" or "-" or ".") || !IsGlued(1) || Number(2) is not { } second || !IsGlued(2))
            return sign is "." && IsGlued(1) && Number(2) is { } spaced && Word(3) is "." && Number(4) is { } far && tokens[_next + 4].Text.Length == 4 && TakeDate(5, first, spaced, far);
        if (tokens[_next].Text.Length == 4 && sign is "-") return Word(3) is "-" && Number(4) is { } last && TakeDate(5, last, second, first, isIso: true);
        if (Word(3) == sign && Number(4) is { } year && (IsGlued(4) || tokens[_next + 4].Text.Length == 4))
            return tokens[_next + 4].Text.Length switch { 4 => TakeDate(5, first, second, year), 2 => TakeDate(5, first, second, 2000 + year), _ => false };
        if (sign is "/") return TakeDate(3, first, second, null);
        return sign is "." && Word(3) is "." && IsGlued(3) && TakeDate(4, first, second, null);
    }

    // "24 November 2026", "24. November", "24th of Nov"
    private bool ReadNamedMonth(int day, int ahead)
    {
        if (Word(ahead) is "." && IsGlued(ahead)) ahead++;
        if (Word(ahead) is "of" or "-" or "/") ahead++;
        if (Word(ahead) is not { } name || vocabulary.Month(name) is not { } month) return false;
        return TakeDate(ahead + 1, day, month, null, isNamed: true);
    }

    // "November 24, 2026", "Nov 24th"
    private bool ReadMonthFirst(int month)
    {
        var ahead = Word(1) is "." && IsGlued(1) ? 2 : 1;
        if (Word(ahead) is "the") ahead++;
        return _next + ahead < tokens.Count && tokens[_next + ahead].Number is { } day && TakeDate(ahead + 1, day, month, null, isNamed: true);
    }

    private bool TakeDate(int count, int day, int month, int? year, bool isIso = false, bool isNamed = false)
    {
        if (!isIso && !isNamed && SpokenTimes.IsMonthFirst(culture)) (day, month) = (month, day);
        _next += count;
        if (isNamed)
        {
            SkipPoint();
            for (var sign = Word(0); sign is "-" or "/"; sign = Word(0)) _next++;
            if (Number(0) is { } number && tokens[_next].Text is { Length: 4 } text && text[0] != '0' && Word(1) is not (":" or "am" or "pm")) (year, _next) = (number, _next + 1);
        }
        if (month is < 1 or > 12)
        {
            Ask(SpokenTimes.IsMonthFirst(culture) ? $"{month} is no month. Write the month first, such as 11/24, or its name, such as November 24." : $"{month} is no month. Write the day first, such as 24/11, or the month’s name, such as 24 November.");
            return true;
        }
        if (year is < TimeWords.FirstYear or > TimeWords.LastYear)
        {
            Ask($"The year {year} is too far away. {TimeWords.Examples}");
            return true;
        }
        if (year is { } given ? day < 1 || day > DateTime.DaysInMonth(given, month) : day < 1 || day > DateTime.DaysInMonth(2028, month))
        {
            Ask($"{culture.DateTimeFormat.GetMonthName(month)}{(year is null ? "" : $" {year}")} has no day {day}. {TimeWords.Examples}");
            return true;
        }
        SetDay(year is { } known ? new(known, month, day) : WithoutYear(day, month));
        return true;
    }

    private DateOnly WithoutYear(int day, int month)
    {
        var years = Enumerable.Range(Today.Year - 1, 12).Where(y => day <= DateTime.DaysInMonth(y, month)).Select(y => new DateOnly(y, month, day)).ToList();
        var coming = years.First(d => d >= Today);
        if (years.LastOrDefault(d => d < Today) is { Year: > 1 } past && past.AddDays(LatelyPast) >= Today)
            Ask($"{past.ToString("d MMMM yyyy", culture)} is past. Write “{past.ToString("d MMMM yyyy", culture)}” or “{coming.ToString("d MMMM yyyy", culture)}”.");
        return coming;
    }

    // "the 24th"
    private bool TakeDayOfMonth(int day)
    {
        if (HasDay || day is < 1 or > 31) return false;
        _dayOfMonth = day;
        _next++;
        return true;
    }

    private bool Take(int count, DateOnly day)
    {
        _next += count;
        SetDay(day);
        return true;
    }

    private void SkipPoint()
    {
        if (Word(0) is "." && IsGlued(0)) _next++;
    }

    /// <summary>The day that the words name; null for none. Asks where they name more than one.</summary>
    private DateOnly? FindDay()
    {
        if (_dayOfMonth is { } number)
        {
            var month = new DateOnly(Today.Year, Today.Month, 1);
            while (number > DateTime.DaysInMonth(month.Year, month.Month) || month.AddDays(number - 1) < Today) month = month.AddMonths(1);
            _day = month.AddDays(number - 1);
        }
        if (_weekday is not { } weekday) return _day;
        if (_day is { } day)
        {
            if (day.DayOfWeek != weekday) Ask($"{day.ToString("d MMMM yyyy", culture)} is a {culture.DateTimeFormat.GetDayName(day.DayOfWeek)}, not a {culture.DateTimeFormat.GetDayName(weekday)}. Write the day that you mean.");
            return day;
        }
        var ahead = ((int)weekday - (int)Today.DayOfWeek + 7) % 7;
        return _isNextWeekday ? NextWeekday(ahead) : ahead == 0 ? SameWeekday() : Today.AddDays(ahead);
    }

    // "next Friday", said on a Tuesday, is this week's for some and the week after's for others; both agree once Sunday lies between.
    private DateOnly NextWeekday(int ahead)
    {
        var day = Today.AddDays(ahead == 0 ? 7 : ahead);
        var isThisWeek = ahead > 0 && (int)day.DayOfWeek is var d && (d == 0 ? 7 : d) > (Today.DayOfWeek is DayOfWeek.Sunday ? 7 : (int)Today.DayOfWeek);
        if (isThisWeek) AskWhich(day, day.AddDays(7));
        return day;
    }

    // Friday, said on a Friday: today if its minute may still come, but then it may be next week's just as well.
    private DateOnly SameWeekday()
    {
        if (HasClock && FindClock(Today) is { } at && at.InZone(zone) < now) return Today.AddDays(7);
        if (HasClock) AskWhich(Today, Today.AddDays(7));
        return Today;
    }

    private void AskWhich(DateOnly one, DateOnly other) =>
        Ask($"{SpokenTimes.Day(one, culture)}{(one == Today ? " (today)" : "")} or {SpokenTimes.Day(other, culture)}? Write “{one.ToString("d MMMM", culture)}” or “{other.ToString("d MMMM", culture)}”, with the time.");
}
