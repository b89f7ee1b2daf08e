using System.Text;
using System.Text.RegularExpressions;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Bulletins.SignUp;

/// <summary>Makes the forms by which readers ask for mails, and writes down what each said.</summary>
public sealed partial class SignUpForms(TopicList topics)
{
    internal const string Button = "Sign up", Choose = "Only these topics, if you do not want everything";

    private const string Promise = "We ask you to confirm by mail. Every mail has a link that stops it.";

    /// <summary>The form of the whole bulletin, in which topics can be chosen.</summary>
    /// <param name="page">Path of the page that it stands on.</param>
    /// <param name="chosen">What is ticked.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    public async ValueTask<SignUpForm> BulletinAsync(string page, IReadOnlyCollection<string> chosen, CancellationToken ct) => Small(page) with
    {
        Topics = [.. (await topics.AllAsync(ct)).Select(t => (Value: new Wanted(WantedKind.Topic, t.Slug).ToString(), t.Name)).Select(t => new TopicChoice(t.Value, t.Name, chosen.Contains(t.Value)))],
    };

    /// <summary>The small form of the whole bulletin.</summary>
    public static SignUpForm Small(string page) => new() { Title = "Sign up", About = "For your free daily news bulletin", Hint = $"We send one message a day and nothing else. {Promise}", Page = page };

    /// <summary>The form of a mail for each story about a topic.</summary>
    public static SignUpForm AboutTopic(string slug, string name, string page) => Alert(new(WantedKind.AlertTopic, slug), $"We write to you when a story about {name} goes live", page);

    /// <summary>The form of a mail for each story in which a person speaks.</summary>
    public static SignUpForm AboutPerson(string slug, string name, string page) => Alert(new(WantedKind.AlertPerson, slug), $"We write to you when a story in which {name} speaks goes live", page);

    /// <summary>Everything that a form said, as it is kept for proof.</summary>
    public static string WordingOf(SignUpForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var words = new StringBuilder().AppendLine(form.Title).AppendLine(form.About).AppendLine("Email address").AppendLine(form.Hint);
        if (form.Topics.Any(t => t.IsChosen)) words.AppendLine(Choose);
        foreach (var topic in form.Topics.Where(t => t.IsChosen)) words.Append("[x] ").AppendLine(topic.Name);
        return words.Append($"[{Button}]").ToString().ReplaceLineEndings("\n");
    }

    /// <summary>A page of this site as a form names it; the page of the bulletin for anything else.</summary>
    public static string PageOf(string? sent) => sent is { Length: <= 200 } && PagePath().IsMatch(sent) ? sent : "/bulletin";

    private static SignUpForm Alert(Wanted only, string about, string page) => new() { Title = "Alerts by mail", About = about, Hint = Promise, Page = page, Only = only.ToString() };

    [GeneratedRegex("^/(?:(?:topics|people)/[a-z0-9-]+|bulletin)?$")]
    private static partial Regex PagePath();
}
