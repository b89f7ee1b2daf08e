namespace NewsSite.Web.Mail.Lines;

/// <summary>A line to the way out, on which many mails follow each other, and which tells exactly what became of each.</summary>
internal interface IMailLine : IAsyncDisposable
{
    /// <summary>Hands one mail over.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="begin">Asked once, after the receiver was accepted and before the first byte of the mail goes: false to leave it. What was begun may have arrived whatever happens afterwards.</param>
    /// <param name="ct">Cancelled when it takes too long; the mail may have arrived when it was begun.</param>
    Task<LineAnswer> SendAsync(MimeMail mail, Func<Task<bool>> begin, CancellationToken ct);
}

/// <summary>What became of a mail.</summary>
internal enum LineOutcome
{
    /// <summary>It is the server's now.</summary>
    Taken,

    /// <summary>It was not begun, as asked.</summary>
    Left,

    /// <summary>The server says that there is no such address, or that it takes no mail ever again.</summary>
    NoSuchAddress,

    /// <summary>The server refuses this mail for good, which says nothing about the address.</summary>
    Refused,

    /// <summary>It was certainly not taken; it can be tried again.</summary>
    Later,

    /// <summary>The connection was lost, or it took too long, after the mail was begun: it may have arrived.</summary>
    Unknown,
}

/// <summary>What became of a mail, and what the server said, without words that could name the receiver.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Fault">Such as “550 5.1.1 at RCPT”; null for nothing.</param>
internal sealed record LineAnswer(LineOutcome Outcome, string? Fault = null);
