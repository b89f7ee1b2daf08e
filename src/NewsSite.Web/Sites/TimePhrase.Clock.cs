using System.Globalization;

namespace NewsSite.Web.Sites;

internal sealed partial class TimePhrase
{
    private const int FirstMorningHour = 6; // a bare 6 to 11 beside a day is the morning's; 1 to 5 and 12 are asked

    private int? _hour;
    private int _minute;
    private bool _isExact;
    private bool _isMidnight;
    private bool? _isAfternoon;
    private DayPart? _part;
    private (int Left, int Right)? _point;

    private bool HasClock => _hour is not null || _isMidnight || _point is not null;

    private bool ReadClock()
    {
        if (Word(0) is not { } word) return false;
        switch (word)
        {
            case "noon" or "midday":
                return TakeClock(1, 12, 0, isExact: true);
            case "midnight":
                _next++;
                if (HasClock) return false;
                return _isMidnight = true;
            case "am" or "pm" when (_hour is not null || _point is not null) && _isAfternoon is null:
                _isAfternoon = word is "pm";
                _next++;
                return true;
        }
        if (PartOf(word) is { } part && (_part is null || _isTonight))
        {
            _part = part;
            _next++;
            return true;
        }
        return ReadSpokenClock() || ReadWrittenClock();
    }

    // "half past six", "quarter to 7", "ten past 6", "half six"
    private bool ReadSpokenClock()
    {
        var ahead = Word(0) is "a" && Word(1) is "quarter" ? 1 : 0;
        var minutes = Word(ahead) switch { "quarter" => 15, "half" => 30, "twenty" => 20, _ => _next < tokens.Count ? TimeVocabulary.Number(tokens[_next]) : null };
        if (minutes is not { } count) return false;
        if (Word(ahead + 1) is "minutes" or "mins") ahead++;
        var direction = Word(ahead + 1);
        if (direction is "past" or "to" && HourAt(ahead + 2) is { } hour && count is > 0 and < 60)
        {
            if (direction is "past") return TakeClock(ahead + 3, hour, count, isExact: false);
            return count <= 30 && TakeClock(ahead + 3, hour == 1 ? 12 : hour - 1, 60 - count, isExact: false);
        }
        return Word(ahead) is "half" && HourAt(ahead + 1) is { } half && TakeClock(ahead + 2, half, 30, isExact: false);
    }

    private int? HourAt(int ahead) => _next + ahead < tokens.Count && TimeVocabulary.Number(tokens[_next + ahead]) is >= 1 and <= 12 and var hour ? hour : null;

    private bool ReadWrittenClock()
    {
        var token = tokens[_next];
        if (token.IsOrdinal || TimeVocabulary.Number(token) is not { } number) return false;
        if (Word(1) is ":" && Number(2) is { } minute && tokens[_next + 2].Text.Length == 2)
        {
            var hasSeconds = Word(3) is ":" && Number(4) is 0;
            return TakeClock(hasSeconds ? 5 : 3, number, minute, isExact: true);
        }
        if (Word(1) is "." && IsGlued(1) && IsGlued(2) && Number(2) is { } right && tokens[_next + 2].Text.Length <= 2)
        {
            if (HasClock && _point is not null) return false;
            (_point, _next) = ((number, right), _next + 3);
            return true;
        }
        if (token.Text.Length == 4 && token.Number is not null) return TakeClock(1, number / 100, number % 100, isExact: true);
        if (token.Text.Length > 2 && token.Number is not null) return false;
        if (Word(1) is "h" && IsGlued(1)) return TakeClock(2, number, 0, isExact: true);
        return TakeClock(1, number, 0, isExact: token.Text[0] == '0');
    }

    private bool TakeClock(int count, int hour, int minute, bool isExact)
    {
        if (_hour is not null || _isMidnight) return false;
        if (hour > 23 || minute > 59)
        {
            Ask($"{(minute == 0 ? $"{hour}" : $"{hour}:{minute:00}")} is no time of the day. {TimeWords.Examples}");
            return true;
        }
        (_hour, _minute, _isExact) = (hour, minute, isExact || hour is 0 or > 12);
        _next += count;
        return true;
    }

    // "7.30" is a time and "24.11" a date; "11.12" is either, unless the rest settles it.
    private void SettlePoint()
    {
        if (_point is not { } point || _question is not null) return;
        var canBeDate = !HasDay && point.Left is >= 1 and <= 31 && point.Right is >= 1 and <= 12;
        var canBeClock = _hour is null && !_isMidnight && point.Left <= 23 && point.Right <= 59;
        _point = null;
        if (canBeClock && canBeDate && _isAfternoon is null && _part is null)
            Ask($"Is “{point.Left}.{point.Right:00}” a time or a day? Write “{point.Left}:{point.Right:00}”, or “{point.Left}/{point.Right}” and a time.");
        else if (canBeClock) TakeClock(0, point.Left, point.Right, isExact: true);
        else if (canBeDate) TakeDate(0, point.Left, point.Right, null);
        else Ask($"“{point.Left}.{point.Right}” is neither a time nor a day here. {TimeWords.Examples}");
    }

    private static DayPart? PartOf(string word) => word switch
    {
        "morning" => DayPart.Morning,
        "afternoon" => DayPart.Afternoon,
        "evening" => DayPart.Evening,
        "night" => DayPart.Night,
        _ => null,
    };

    /// <summary>The day and minute; null, with a question, when the words leave it open.</summary>
    private WallTime? FindClock(DateOnly? day)
    {
        if (_isMidnight) return Midnight(day);
        var hour = HourOf(day is not null || _part is not null);
        if (hour is not { } found) return null;
        var time = new TimeOnly(found, _minute);
        if (_part is DayPart.Night && !_isTonight && found < FirstMorningHour)
        {
            AskWhich(day ?? Today, (day ?? Today).AddDays(1));
            return null;
        }
        if (day is null && _part is not null) day = new WallTime(Today, time).InZone(zone, isSecond: true) >= now.AddMinutes(-1) ? Today : Today.AddDays(1);
        if (_isTonight && found < FirstMorningHour && _local.Hour >= FirstMorningHour) return new(Today.AddDays(1), time);
        if (day is { } known) return new(known, time);
        var isAhead = time >= new TimeOnly(_local.Hour, _local.Minute) || new WallTime(Today, time).InZone(zone, isSecond: true) >= now;
        return new(isAhead ? Today : Today.AddDays(1), time);
    }

    private int? HourOf(bool hasDay)
    {
        var hour = _hour!.Value;
        if (_isAfternoon is { } isAfternoon)
        {
            var half = isAfternoon ? "pm" : "am";
            if (hour is < 1 or > 12) return None($"{hour} {half} is no time of the day. {TimeWords.Examples}");
            hour = (hour % 12) + (isAfternoon ? 12 : 0);
            return IsIn(_part, hour) ? hour : None($"{Spoken(hour)} is not in the {(_isTonight ? "night" : $"{_part}".ToLowerInvariant())}. {TimeWords.Examples}");
        }
        if (hour is 0 or > 12) return hour;
        switch (_part)
        {
            case DayPart.Morning when hour < 12:
                return hour;
            case DayPart.Afternoon:
                return hour == 12 ? 12 : hour + 12;
            case DayPart.Evening when hour < 12:
            case DayPart.Night when hour is >= FirstMorningHour and < 12:
                return hour + 12;
            case DayPart.Night when hour < FirstMorningHour && _isExact:
                return hour;
            case not null:
                return AskHalf(hour);
        }
        return _isExact || (hasDay && hour is >= FirstMorningHour and < 12) ? hour : AskHalf(hour);
    }

    private static bool IsIn(DayPart? part, int hour) => part switch
    {
        DayPart.Morning => hour < 12,
        DayPart.Afternoon => hour is >= 12 and < 19,
        DayPart.Evening => hour >= 16,
        DayPart.Night => hour is < FirstMorningHour or >= 17,
        _ => true,
    };

    private int? AskHalf(int hour)
    {
        var (am, pm) = (hour % 12, (hour % 12) + 12);
        return None(hour == 12 && _minute == 0
            ? "Noon or midnight? Write “noon”, “midnight” or “12:00”."
            : $"{Spoken(am)} or {Spoken(pm)}? Write “{Short(am)}”, “{Short(pm)}” or “{pm:00}:{_minute:00}”.");
    }

    // The coming one, or the one at the end of today; with another day it could be that day's start or its end.
    private WallTime? Midnight(DateOnly? day)
    {
        if (day is null || day == Today) return new(Today.AddDays(1), TimeOnly.MinValue);
        var (start, end) = (day.Value.ToString("d MMMM", culture), day.Value.AddDays(1).ToString("d MMMM", culture));
        Ask($"Midnight before or after {SpokenTimes.Day(day.Value, culture)}? Write “{start} 00:00” or “{end} 00:00”.");
        return null;
    }

    private int? None(string question)
    {
        Ask(question);
        return null;
    }

    private string Spoken(int hour) => SpokenTimes.Clock(new(hour, _minute), CultureInfo.GetCultureInfo("en-GB")).Replace(":00 ", " ", StringComparison.Ordinal);

    private string Short(int hour) => Spoken(hour).Replace(" ", "", StringComparison.Ordinal);
}
