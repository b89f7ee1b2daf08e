using System.Globalization;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Data;

namespace NewsSite.Web.Media.Library;

/// <summary>What somebody has filled in about a picture.</summary>
public sealed class DetailsForm
{
    /// <summary>Characters of a credit and of a rights holder.</summary>
    public const int LongestName = 120;

    /// <summary>Characters of a description.</summary>
    public const int LongestDescription = 500;

    /// <inheritdoc cref="MediaDetails.Credit"/>
    public string? Credit { get; set; }

    /// <inheritdoc cref="MediaDetails.RightsHolder"/>
    public string? RightsHolder { get; set; }

    /// <summary>A day such as 2027-03-31; empty for no end.</summary>
    public string? RightsUntil { get; set; }

    /// <inheritdoc cref="MediaDetails.Description"/>
    public string? Description { get; set; }

    /// <summary>Percent from the left; empty for the middle.</summary>
    public string? FocusX { get; set; }

    /// <summary>Percent from the top; empty for the middle.</summary>
    public string? FocusY { get; set; }

    /// <summary>The form as it is filled in for a picture.</summary>
    public static DetailsForm Of(MediaDetails details) => new()
    {
        Credit = details.Credit,
        RightsHolder = details.RightsHolder,
        RightsUntil = details.RightsUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Description = details.Description,
        FocusX = details.Focus.X.ToString(CultureInfo.InvariantCulture),
        FocusY = details.Focus.Y.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Differs as soon as anything said does, so that a form knows whether it is still about what is there.</summary>
    public static string VersionOf(MediaDetails details)
    {
        var form = Of(details);
        return RecordEdit.Digest(string.Join('\n', form.Credit, form.RightsHolder, form.RightsUntil, form.Description, form.FocusX, form.FocusY));
    }

    /// <summary>Reads it.</summary>
    /// <param name="fault">Takes what is wrong: the field's name, and words.</param>
    /// <returns>Null when something is wrong.</returns>
    internal MediaDetails? Read(Action<string, string> fault)
    {
        var isGood = true;
        var details = new MediaDetails
        {
            Credit = Line(nameof(Credit), "The credit", Credit, LongestName),
            RightsHolder = Line(nameof(RightsHolder), "The rights holder", RightsHolder, LongestName),
            RightsUntil = Day(),
            Description = Line(nameof(Description), "The description", Description, LongestDescription),
            Focus = new(Percent(nameof(FocusX), FocusX), Percent(nameof(FocusY), FocusY)),
        };
        return isGood ? details : null;

        string? Line(string field, string name, string? text, int longest)
        {
            var line = Plain.Line(text);
            if (line?.Length > longest) Fault(field, $"{name} has {line.Length} characters; {longest} is the most.");
            return line;
        }

        DateOnly? Day()
        {
            if (string.IsNullOrWhiteSpace(RightsUntil)) return null;
            if (DateOnly.TryParseExact(RightsUntil.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000) return day;
            Fault(nameof(RightsUntil), $"“{RightsUntil.Trim()}” is no day; write it as year, month and day, such as 2027-03-31.");
            return null;
        }

        int Percent(string field, string? text)
        {
            if (string.IsNullOrWhiteSpace(text)) return FocalPoint.Centre.X;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100) return percent;
            Fault(field, $"“{text}” is no whole number from 0 to 100.");
            return FocalPoint.Centre.X;
        }

        void Fault(string field, string words)
        {
            isGood = false;
            fault(field, words);
        }
    }
}
