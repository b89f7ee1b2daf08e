using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SlugRule = NewsSite.Core.Content.Slug;

namespace NewsSite.Web.Api;

/// <summary>A value that a request to the API may carry: how it is described to developers, and what is said when it is wrong.</summary>
internal abstract class ApiParameter
{
    public required string Name { get; init; }

    /// <summary>What it does, one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>What is allowed, to follow "expected".</summary>
    public required string Expected { get; init; }

    /// <summary>A value that may be sent.</summary>
    public required string Example { get; init; }

    public required OpenApiSchema Schema { get; init; }

    /// <summary>A slug; null when it is not given.</summary>
    public static ApiParameter<string?> Slug(string name, string description, string example) => new()
    {
        Name = name,
        Description = description,
        Example = example,
        Expected = "up to 120 of a–z, 0–9 and single hyphens between them",
        Schema = new() { Type = JsonSchemaType.String, Pattern = SlugRule.Pattern, MaxLength = SlugRule.Longest },
        Read = static (string text, out string? value) => SlugRule.IsSlug(value = text),
    };

    /// <summary>Words on one line; null when they are not given.</summary>
    public static ApiParameter<string?> Line(string name, string description, string example, int longest) => new()
    {
        Name = name,
        Description = description,
        Example = example,
        Expected = $"1 to {longest} characters",
        Schema = new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = longest },
        Read = (string text, out string? value) => (value = text.Trim()).Length is > 0 && text.Length <= longest,
    };

    /// <summary>A day as readers of the site count it; null when it is not given.</summary>
    public static ApiParameter<DateOnly?> Day(string name, string description, string example) => new()
    {
        Name = name,
        Description = description,
        Example = example,
        Expected = "a day from 1900-01-01 to 2199-12-31, as yyyy-MM-dd",
        Schema = new() { Type = JsonSchemaType.String, Format = "date" },
        Read = static (string text, out DateOnly? value) =>
        {
            var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200;
            value = day;
            return isDay;
        },
    };

    /// <summary>A whole number.</summary>
    public static ApiParameter<int> Whole(string name, string description, int least, int most, int standard) => new()
    {
        Name = name,
        Description = description,
        Expected = $"a whole number from {least} to {most}",
        Example = standard.ToString(CultureInfo.InvariantCulture),
        Standard = standard,
        Schema = new()
        {
            Type = JsonSchemaType.Integer,
            Format = "int32",
            Default = standard,
            Minimum = least.ToString(CultureInfo.InvariantCulture),
            Maximum = most.ToString(CultureInfo.InvariantCulture),
        },
        Read = (string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most,
    };

    /// <summary>One of a few words; null when it is not given.</summary>
    public static ApiParameter<TEnum?> OneOf<TEnum>(string name, string description, TEnum example)
        where TEnum : struct, Enum
    {
        var words = Enum.GetValues<TEnum>().ToDictionary(value => JsonName(value), StringComparer.Ordinal);
        return new()
        {
            Name = name,
            Description = description,
            Example = JsonName(example),
            Expected = $"one of {string.Join(", ", words.Keys)}",
            Schema = new() { Type = JsonSchemaType.String, Enum = [.. words.Keys.Select(word => JsonValue.Create(word))] },
            Read = (string text, out TEnum? value) =>
            {
                var known = words.TryGetValue(text, out var found);
                value = found;
                return known;
            },
        };
    }

    private static string JsonName<TEnum>(TEnum value)
        where TEnum : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>A parameter with its reader.</summary>
internal sealed class ApiParameter<T> : ApiParameter
{
    /// <summary>False when the text is not allowed.</summary>
    public delegate bool Reader(string text, out T value);

    public required Reader Read { get; init; }

    /// <summary>The value when none is given.</summary>
    public T Standard { get; init; } = default!;
}
