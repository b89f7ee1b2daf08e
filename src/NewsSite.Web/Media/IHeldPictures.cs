namespace NewsSite.Web.Media;

/// <summary>Holds pictures back from readers, such as those of a story that nobody may see yet. Whoever lets one go announces its tag, <c>media:</c> and its file.</summary>
public interface IHeldPictures
{
    /// <summary>Whether readers may not have it now, at any of its addresses.</summary>
    /// <param name="file">The picture's file.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    ValueTask<bool> IsHeldAsync(string file, CancellationToken ct);
}

internal static class HeldPictures
{
    /// <summary>Whether any feature holds it.</summary>
    public static async ValueTask<bool> HoldAsync(this IEnumerable<IHeldPictures> all, string file, CancellationToken ct)
    {
        foreach (var held in all)
            if (await held.IsHeldAsync(file, ct)) return true;
        return false;
    }
}
