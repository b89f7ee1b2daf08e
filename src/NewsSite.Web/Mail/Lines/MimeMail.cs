using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace NewsSite.Web.Mail.Lines;

/// <summary>A mail of text and HTML, written out as servers take it.</summary>
internal sealed record MimeMail
{
    /// <summary>The receiver's address.</summary>
    public required string To { get; init; }

    /// <summary>The sender.</summary>
    public required MailAddress From { get; init; }

    /// <summary>Where servers send what cannot be delivered.</summary>
    public required string ReturnPath { get; init; }

    /// <summary>The Message-ID without its angle brackets; the same mail has the same.</summary>
    public required string MessageId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML.</summary>
    public required string Html { get; init; }

    /// <summary>Further headers, ASCII alone.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The whole, lines ending as in mails.</summary>
    /// <param name="forPeople">Whether the parts are written as they are, to be read in a file, rather than in base 64.</param>
    public byte[] Write(bool forPeople)
    {
        var boundary = $"part-{MessageId.Split('@')[0]}";
        var mail = new StringBuilder();
        void Line(string line) => mail.Append(line).Append("\r\n");
        Line($"From: {(From.DisplayName.Length == 0 ? From.Address : $"{Phrase(From.DisplayName)} <{From.Address}>")}");
        Line($"To: {To}");
        Line($"Subject: {Words(Subject)}");
        Line($"Date: {At.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} {At.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal)}");
        Line($"Message-ID: <{MessageId}>");
        foreach (var (name, value) in Headers) Line($"{name}: {value.ReplaceLineEndings(" ")}");
        Line("MIME-Version: 1.0");
        Line($"Content-Type: multipart/alternative; boundary=\"{boundary}\"");
        foreach (var (type, content) in new[] { ("text/plain", Text), ("text/html", Html) })
        {
            Line("");
            Line($"--{boundary}");
            Line($"Content-Type: {type}; charset=utf-8");
            Line($"Content-Transfer-Encoding: {(forPeople ? "8bit" : "base64")}");
            Line("");
            var bytes = content.ReplaceLineEndings("\r\n");
            Line(forPeople ? bytes : Convert.ToBase64String(Encoding.UTF8.GetBytes(bytes), Base64FormattingOptions.InsertLineBreaks));
        }
        Line("");
        Line($"--{boundary}--");
        return Encoding.UTF8.GetBytes(mail.ToString());
    }

    private static string Phrase(string words) => words.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ') ? words : words.All(char.IsAscii) ? $"\"{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : Words(words);

    // RFC 2047: words of 45 bytes at most, none cut within a character.
    private static string Words(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.All(c => c is >= ' ' and < '\x7f') && line.Length < 900 && !line.Contains("=?", StringComparison.Ordinal)) return line;
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var rune in line.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > 45)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            word.Append(rune.ToString());
        }
        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(w => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(w))}?="));
    }
}
