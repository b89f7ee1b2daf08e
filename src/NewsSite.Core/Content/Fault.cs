namespace NewsSite.Core.Content;

/// <summary>Something wrong in a content file, in words that say what was expected.</summary>
/// <param name="File">The file, as the person who runs the import would name it.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record Fault(string File, int Line, string Message)
{
    /// <summary><c>file:line: message</c>.</summary>
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>Gathers the faults of one file.</summary>
/// <param name="file">The file's name in messages.</param>
public sealed class Faults(string file)
{
    private readonly List<Fault> _all = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Fault> All => _all;

    /// <summary>Whether anything was found.</summary>
    public bool Any => _all.Count > 0;

    /// <summary>Adds a fault.</summary>
    /// <param name="line">Line in the file, from 1.</param>
    /// <param name="message">What is wrong and what was expected.</param>
    public void Add(int line, string message) => _all.Add(new(file, line, message));
}
