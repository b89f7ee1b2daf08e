namespace NewsSite.Core.Blocks;

/// <summary>How much an issue matters.</summary>
public enum Severity
{
    /// <summary>Worth a look; publication goes ahead.</summary>
    Warn,

    /// <summary>Publication stops until it is mended.</summary>
    Stop,
}

/// <summary>Something an editor should look at, in words an editor uses.</summary>
/// <param name="Field">Name of the field in JSON, such as <c>alt</c>, or <c>items.2.text</c> for a field of a list's third item; empty for the block as a whole.</param>
/// <param name="Message">What is wrong and what to do, one sentence.</param>
/// <param name="Severity">Whether publication stops.</param>
public sealed record Issue(string Field, string Message, Severity Severity)
{
    /// <summary>An issue that is worth a look.</summary>
    public static Issue Warn(string field, string message) => new(field, message, Severity.Warn);

    /// <summary>An issue that stops publication.</summary>
    public static Issue Stop(string field, string message) => new(field, message, Severity.Stop);
}
