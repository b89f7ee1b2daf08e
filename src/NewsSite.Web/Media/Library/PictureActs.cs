using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Media.Library;

/// <summary>Acts on pictures, for the audit trail.</summary>
internal static class PictureActs
{
    /// <summary>What the trail calls a picture.</summary>
    public static string Subject(string file) => $"media/{file}";

    /// <summary>Adds the act to whatever keeps a trail.</summary>
    public static void Record(this IEnumerable<IActs> acts, NewsDb db, Act act)
    {
        foreach (var trail in acts) trail.Add(db, act);
    }
}
