using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using NewsSite.Core.Content;

namespace NewsSite.Web.Exchange;

/// <summary>The text of a content file: UTF-8 with or without a byte order mark, any line ends, at most 2 MB.</summary>
/// <param name="Text">The text, LF line ends.</param>
/// <param name="Digest">SHA-256 of the file's bytes, in hexadecimal.</param>
internal sealed record ContentText(string Text, string Digest)
{
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>Reads a file; null, with a fault, when it holds no such text.</summary>
    public static async Task<ContentText?> ReadAsync(ContentFile file, Faults faults, CancellationToken ct)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(file.Path).Length > MostBytes)
            {
                faults.Add(1, "this file is larger than 2 MB; expected a text of that size at most.");
                return null;
            }
            bytes = await File.ReadAllBytesAsync(file.Path, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(1, $"this file cannot be read: {e.Message}");
            return null;
        }
        var content = bytes.AsSpan(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0);
        if (content.Trim(" \t\r\n"u8).IsEmpty)
        {
            faults.Add(1, "this file is empty.");
            return null;
        }
        if (FirstWrong(content) is { } wrong)
        {
            faults.Add(content[..wrong].Count((byte)'\n') + 1, content[wrong] == 0 ? "a NUL character stands here; expected text." : "this is no UTF-8; save the file in that encoding.");
            return null;
        }
        var text = Encoding.UTF8.GetString(content).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return new(text, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static int? FirstWrong(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == 0) return at;
            if (text[at] < 0x80) at++;
            else if (Rune.DecodeFromUtf8(text[at..], out _, out var length) is OperationStatus.Done) at += length;
            else return at;
        }
        return null;
    }
}
