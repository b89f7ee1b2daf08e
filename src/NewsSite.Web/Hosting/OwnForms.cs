namespace NewsSite.Web.Hosting;

/// <summary>Forms of readers, who have no cookie that a token could be compared with: a browser says by itself where a form was sent from.</summary>
public static class OwnForms
{
    /// <summary>Whether the request says that it came from a page of this site. One that says nothing comes from no browser of today, and counts as foreign.</summary>
    public static bool IsFromOwnPage(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Headers["Sec-Fetch-Site"] is [{ } from]) return from == "same-origin";
        return request.Headers.Origin is [{ } origin] && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
