using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Mail;

/// <summary>A mail on its way out. The row goes when the mail has been handed over; one that nobody takes stays, marked.</summary>
public sealed class OutgoingMail
{
    /// <summary>Its key, and the first part of its Message-ID: a receiver that gets a mail twice can tell.</summary>
    public required Guid Id { get; init; }

    /// <summary>The receiver's address.</summary>
    public required string To { get; init; }

    /// <summary>The receiver's name; null for none.</summary>
    public string? ToName { get; init; }

    /// <summary>The subject, one line.</summary>
    public required string Subject { get; init; }

    /// <summary>The mail as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML; null for a mail of plain text alone.</summary>
    public string? Html { get; init; }

    /// <summary>Further headers, such as <c>List-Unsubscribe</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What it tells of, such as <c>comments/{id}</c>, by which it can be taken out again; null for nothing.</summary>
    public string? About { get; init; }

    /// <summary>When it was queued.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>When it is tried next; null once it has been given up.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Until when a node has it in hand; another takes it up after that. Null when none has.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>By which the node that took it last knows its own; null before the first.</summary>
    public Guid? Claim { get; private set; }

    /// <summary>How often it has been tried in vain.</summary>
    public int Tries { get; private set; }

    /// <summary>What was wrong at the last try; null before the first.</summary>
    public string? Fault { get; private set; }

    /// <summary>A mail to be queued.</summary>
    /// <param name="letter">What it says.</param>
    /// <param name="now">The time.</param>
    /// <param name="wait">How long it is kept back; null for not at all.</param>
    /// <param name="about">What it tells of; null for nothing.</param>
    public static OutgoingMail Of(Letter letter, DateTimeOffset now, TimeSpan? wait = null, string? about = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        To = letter.To,
        ToName = letter.ToName,
        Subject = letter.Subject.ReplaceLineEndings(" "),
        Text = letter.Text,
        Html = letter.Html,
        Headers = letter.Headers,
        About = about,
        QueuedAt = now,
        DueAt = now + (wait ?? TimeSpan.Zero),
    };

    internal sealed class Table : IEntityTypeConfiguration<OutgoingMail>
    {
        public void Configure(EntityTypeBuilder<OutgoingMail> builder)
        {
            builder.ToTable("OutgoingMail");
            builder.Property(m => m.Headers).AsJson();
            builder.HasIndex(m => m.DueAt);
        }
    }
}

/// <summary>What a mail says, and to whom.</summary>
/// <param name="To">The receiver's address.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">Plain text; lines end as they like.</param>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <summary>The receiver's name; null for none.</summary>
    public string? ToName { get; init; }

    /// <summary>The same as HTML; null for a mail of plain text alone.</summary>
    public string? Html { get; init; }

    /// <summary>Further headers, such as <c>List-Unsubscribe</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
