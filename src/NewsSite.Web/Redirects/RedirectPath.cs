using NewsSite.Web.Newsroom.Forms;

namespace NewsSite.Web.Redirects;

/// <summary>Paths of this site, as redirects name them.</summary>
internal static class RedirectPath
{
    /// <summary>Whether it is a path that a redirect can lead from, or to.</summary>
    public static bool IsPath(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '?' or '#');

    /// <summary>Whether it is an address of another site that a redirect can lead to.</summary>
    public static bool IsElsewhere(string address) => address.StartsWith("https://", StringComparison.Ordinal) && FormReader.IsWebAddress(address);

    /// <summary>The path that somebody typed or pasted, the site's own address before it taken off; null when it is none.</summary>
    public static string? Of(string? typed, string? home)
    {
        if (typed is null) return null;
        var path = home is { Length: > 0 } && typed.StartsWith(home + "/", StringComparison.OrdinalIgnoreCase) ? typed[home.Length..] : typed;
        if (path.Length > 1) path = path.TrimEnd('/');
        return IsPath(path) ? path : null;
    }
}
