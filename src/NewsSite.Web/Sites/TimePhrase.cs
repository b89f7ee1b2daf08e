using System.Globalization;

namespace NewsSite.Web.Sites;

/// <summary>The parts of a day that people name.</summary>
internal enum DayPart
{
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// <summary>Reads one phrase for a time, word by word, and puts together what the words said.</summary>
internal sealed partial class TimePhrase(string typed, List<TimeToken> tokens, TimeVocabulary vocabulary, DateTimeOffset now, TimeZoneInfo zone, CultureInfo culture)
{
    private readonly DateTime _local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
    private int _next;
    private string? _question;
    private bool _isNow;
    private TimeSpan? _later;

    private DateOnly Today => DateOnly.FromDateTime(_local);

    public TimeReading Read()
    {
        try
        {
            while (_next < tokens.Count && _question is null)
                if (!ReadFiller() && !ReadRelative() && !ReadDay() && !ReadClock()) return Puzzled();
            return _question is { } question ? new TimeReading.NotUnderstood(question) : Finish();
        }
        catch (ArgumentOutOfRangeException)
        {
            return TooFar(); // beyond the calendar
        }
    }

    private TimeReading Finish()
    {
        if (_isNow || _later is not null)
        {
            if (HasDay || HasClock || (_isNow && _later is not null)) return Puzzled();
            var then = now + (_later ?? TimeSpan.Zero);
            var wall = Minute(TimeZoneInfo.ConvertTime(then, zone).DateTime);
            return Found(wall, wall.IsTwiceIn(zone) ? IsSecond(wall, then) ? Occurrence.Second : Occurrence.First : null);
        }
        SettlePoint();
        var day = FindDay();
        if (_question is null && HasClock is false && _isSameMinute is false) Ask(HasDay ? $"At what time? Write for example “{typed} 6am” or “{typed} 18:00”." : $"“{typed}” is no time. {TimeWords.Examples}");
        if (_question is not null) return new TimeReading.NotUnderstood(_question);
        if (!HasClock) return Found(Minute((day ?? Today).ToDateTime(TimeOnly.FromDateTime(_local))), null);
        var at = FindClock(day);
        return _question is not null || at is null ? new TimeReading.NotUnderstood(_question ?? TimeWords.Examples) : Found(at.Value, null);
    }

    private bool IsSecond(WallTime wall, DateTimeOffset then) => then >= wall.InZone(zone, isSecond: true);

    private static TimeReading Found(WallTime wall, Occurrence? occurrence) =>
        wall.Day.Year is < TimeWords.FirstYear or > TimeWords.LastYear ? TooFar() : new TimeReading.Understood(wall, occurrence);

    // "in 2 hours", "in a week", "in half an hour"; false for "in the morning", which says a part of the day.
    private bool ReadRelative()
    {
        if (Word(0) is "now")
        {
            _next++;
            _isNow = true;
            return true;
        }
        if (Word(0) is not "in") return false;
        var at = _next + 1;
        if (at < tokens.Count && tokens[at].Text is "the") at++;
        if (at < tokens.Count && PartOf(tokens[at].Text) is not null)
        {
            _next = at;
            return true;
        }
        if (at >= tokens.Count || _later is not null || HasDay) return false;
        if (tokens[at].Text is "half" && Text(at + 1) is "an" or "a" && Text(at + 2) is "hour")
        {
            (_later, _next) = (TimeSpan.FromMinutes(30), at + 3);
            return true;
        }
        if ((tokens[at].Text is "a" or "an" ? 1 : TimeVocabulary.Number(tokens[at])) is not { } number) return false;
        switch (Text(at + 1))
        {
            case "minute" or "minutes" or "min" or "mins":
                _later = TimeSpan.FromMinutes(number);
                break;
            case "hour" or "hours" or "hr" or "hrs" or "h":
                _later = TimeSpan.FromHours(number);
                break;
            case "day" or "days":
                SetDay(Today.AddDays(number));
                break;
            case "week" or "weeks":
                SetDay(Today.AddDays(checked(number <= 1_000_000 ? number * 7 : int.MaxValue)));
                break;
            case "month" or "months":
                SetDay(Today.AddMonths(number));
                break;
            case "year" or "years":
                SetDay(Today.AddYears(number));
                break;
            default:
                return false;
        }
        _isSameMinute = _later is null;
        _next = at + 2;
        return true;
    }

    private bool ReadFiller()
    {
        if (Word(0) is not ("at" or "on" or "the" or "of" or "this" or "coming" or "hrs" or "o'clock" or "oclock") && !(Word(0) is "t" && tokens[_next].IsGlued)) return false;
        _next++;
        return true;
    }

    private string? Word(int ahead) => Text(_next + ahead);

    private string? Text(int at) => at < tokens.Count ? tokens[at].Text : null;

    private int? Number(int ahead) => _next + ahead < tokens.Count && tokens[_next + ahead] is { IsOrdinal: false } token ? token.Number : null;

    private bool IsGlued(int ahead) => _next + ahead < tokens.Count && tokens[_next + ahead].IsGlued;

    private void Ask(string question) => _question ??= question;

    private TimeReading.NotUnderstood Puzzled() =>
        _question is { } question ? new(question) : new($"“{typed}” could not be read as a time{(_next > 0 && _next < tokens.Count ? $", because of “{tokens[_next].Text}”" : "")}. {TimeWords.Examples}");

    private static TimeReading.NotUnderstood TooFar() => new($"This is too far away for the calendar. {TimeWords.Examples}");

    private static WallTime Minute(DateTime local) => new(DateOnly.FromDateTime(local), new(local.Hour, local.Minute));
}
