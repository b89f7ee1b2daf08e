namespace NewsSite.Web.Blocks;

/// <summary>Addresses that readers may be sent to.</summary>
public static class WebAddress
{
    /// <summary>Whether it is an absolute http or https address with a host.</summary>
    public static bool IsWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0;

    /// <summary>Whether it is an absolute https address.</summary>
    public static bool IsSecure(string? address) => IsWeb(address) && new Uri(address!).Scheme == "https";

    /// <summary>The host as readers know it, without "www."; empty when it is no web address.</summary>
    public static string Host(string? address)
    {
        if (!IsWeb(address)) return "";
        var host = new Uri(address!).Host;
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    /// <summary>The <c>tel:</c> link of a number as it is printed; null when it holds no digits. A leading 0 is a British trunk prefix.</summary>
    public static string? Telephone(string? number)
    {
        if (number is null) return null;
        var digits = string.Concat(number.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        if (digits.Length == 0) return null;
        if (number.TrimStart().StartsWith('+')) return $"tel:+{digits}";
        return digits.StartsWith('0') && digits.Length > 9 ? "tel:+44" + digits[1..] : $"tel:{digits}";
    }

    /// <summary>Whether it looks like one e-mail address.</summary>
    public static bool IsEmail(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal) && !text.Any(c => char.IsWhiteSpace(c) || c is '?' or '<' or '>' or '"');
}
