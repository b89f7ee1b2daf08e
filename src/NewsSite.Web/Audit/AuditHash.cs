using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Web.Audit;

/// <summary>The hash of an entry, as docs/reference/audit-trail.md describes it for those who check an export without this program.</summary>
public static class AuditHash
{
    /// <summary>What the first entry holds as the hash of the one before.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>SHA-256, in lower-case hexadecimal, of the fields one after the other, each as the count of its bytes in UTF-8, a colon, the bytes and a comma. So no two entries are written alike.</summary>
    public static string Of(AuditEntry entry, string previous)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var bytes = new MemoryStream();
        foreach (var field in (string?[])[previous, NumberOf(entry), TimeOf(entry), IdOf(entry.AccountId), entry.By, entry.Act, IdOf(entry.ArticleId), entry.Subject, entry.Words, entry.Why])
        {
            var text = Encoding.UTF8.GetBytes(field ?? "");
            bytes.Write(Encoding.ASCII.GetBytes(text.Length.ToString(CultureInfo.InvariantCulture)));
            bytes.WriteByte((byte)':');
            bytes.Write(text);
            bytes.WriteByte((byte)',');
        }
        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    /// <summary>The number as it is hashed and exported.</summary>
    public static string NumberOf(AuditEntry entry) => entry.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The time as it is hashed and exported, such as <c>2026-05-04T09:00:00.000Z</c>.</summary>
    public static string TimeOf(AuditEntry entry) => entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>An id as it is hashed and exported; empty for none.</summary>
    public static string IdOf(Guid? id) => id?.ToString("D", CultureInfo.InvariantCulture) ?? "";
}
