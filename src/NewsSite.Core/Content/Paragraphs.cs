namespace NewsSite.Core.Content;

/// <summary>Plain text in paragraphs.</summary>
public static class Paragraphs
{
    /// <summary>Blank lines separate paragraphs; line breaks inside one become spaces.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> lines)
    {
        var paragraphs = new List<string>();
        var open = new List<string>();
        foreach (var line in lines)
        {
            if (!string.IsNullOrWhiteSpace(line)) open.Add(line.Trim());
            else Close();
        }
        Close();
        return paragraphs;

        void Close()
        {
            if (open.Count > 0) paragraphs.Add(string.Join(' ', open));
            open.Clear();
        }
    }

    /// <summary>The same for a text with line breaks.</summary>
    public static IReadOnlyList<string> Of(string text) => Of(text.Split('\n'));
}
