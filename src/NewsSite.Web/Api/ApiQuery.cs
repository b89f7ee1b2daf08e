using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsSite.Web.Api;

/// <summary>Reads a request's parameters and remembers every one that is wrong, so that a caller hears of all at once. Keys that nobody asks for are ignored.</summary>
internal sealed class ApiQuery(IQueryCollection query)
{
    private const int LongestEcho = 40;
    private readonly SortedDictionary<string, string[]> _faults = new(StringComparer.Ordinal);

    /// <summary>What is wrong so far; null when all is well.</summary>
    public ProblemHttpResult? Problem => _faults.Count == 0 ? null : ApiProblem.Malformed(_faults);

    /// <summary>The value; the parameter's standard when it is not given or wrong.</summary>
    public T Get<T>(ApiParameter<T> parameter)
    {
        var given = query[parameter.Name];
        if (given.Count == 0) return parameter.Standard;
        if (given.Count > 1) Add(parameter.Name, $"“{parameter.Name}” is given {given.Count} times; expected once.");
        else if (parameter.Read(given[0] ?? "", out var value)) return value;
        else Add(parameter.Name, $"“{parameter.Name}” is {Echo(given[0])}; expected {parameter.Expected}.");
        return parameter.Standard;
    }

    /// <summary>Says what is wrong with values that are well formed each on its own.</summary>
    public void Add(string name, string message) => _faults[name] = [message];

    private static string Echo(string? text) => text switch
    {
        null or "" => "empty",
        { Length: > LongestEcho } => $"“{text[..LongestEcho]}…” ({text.Length} characters)",
        _ => $"“{text}”",
    };
}
