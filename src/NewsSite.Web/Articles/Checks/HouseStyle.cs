using System.Text.RegularExpressions;
using NewsSite.Core.Content;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Articles.Checks;

/// <summary>Something that a rule of the house style found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
internal sealed record StyleHit(HouseStyleRule Rule, int Start, int Length);

/// <summary>The rules of <c>house-style.yml</c> beside the program. Its hints are suggestions and stop nothing.</summary>
internal sealed partial class HouseStyle
{
    private const string File = "house-style.yml";
    private readonly ILogger<HouseStyle> _log;

    /// <summary>Reads the rules.</summary>
    /// <exception cref="StartupFault">The file is missing or wrong; the message says where and what was expected.</exception>
    public HouseStyle(ILogger<HouseStyle> log)
    {
        _log = log;
        var path = Path.Combine(AppContext.BaseDirectory, File);
        if (!System.IO.File.Exists(path)) throw new StartupFault($"{File} is not beside the program; copy it from src/NewsSite.Web/Articles/Checks.");
        var faults = new Faults(File);
        Rules = Read(System.IO.File.ReadAllText(path).ReplaceLineEndings("\n"), faults);
        if (faults.Any) throw new StartupFault(string.Join('\n', faults.All));
    }

    /// <summary>The rules in their order.</summary>
    public IReadOnlyList<HouseStyleRule> Rules { get; }

    /// <summary>Reads the rules of a text; what is wrong goes to the faults.</summary>
    public static IReadOnlyList<HouseStyleRule> Read(string text, Faults faults)
    {
        if (YamlRecord.Read(text, 1, faults) is not { } yaml) return [];
        List<HouseStyleRule> rules = [.. yaml.Maps("rules").Select(HouseStyleRule.Read).OfType<HouseStyleRule>()];
        yaml.RefuseTheRest();
        foreach (var twice in rules.GroupBy(r => r.Id).Where(g => g.Count() > 1)) faults.Add(1, $"two rules are called {twice.Key}.");
        return rules;
    }

    /// <summary>Everything that the rules find in a text, quotations included, in the order of the rules. A rule that takes too long is left out.</summary>
    public IEnumerable<StyleHit> Find(string text)
    {
        foreach (var rule in Rules)
        {
            var hits = new List<StyleHit>();
            try
            {
                foreach (var match in rule.Pattern.EnumerateMatches(text)) hits.Add(new(rule, match.Index, match.Length));
            }
            catch (RegexMatchTimeoutException)
            {
                TooSlow(_log, rule.Id, text.Length);
            }
            foreach (var hit in hits.Where(h => h.Length > 0)) yield return hit;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The rule “{Rule}” of house-style.yml took too long for a text of {Length} characters and was left out; make its pattern simpler")]
    private static partial void TooSlow(ILogger log, string rule, int length);
}
