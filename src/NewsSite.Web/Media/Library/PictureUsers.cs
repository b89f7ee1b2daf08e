namespace NewsSite.Web.Media.Library;

/// <summary>Something that shows a picture, as the library names it.</summary>
/// <param name="File">The picture's file.</param>
/// <param name="Kind">What it is, such as "Story" or "Promotion".</param>
/// <param name="Words">Its headline.</param>
/// <param name="Path">Where the newsroom changes it; null where it cannot.</param>
/// <param name="Place">Where in it the picture stands, such as "above the text".</param>
/// <param name="State">How it stands, such as "Live"; null for nothing to say.</param>
/// <param name="StateName">The state's name in style sheets, such as <c>live</c>; null for none.</param>
/// <param name="IsLive">Whether readers can see the picture there now.</param>
public sealed record PictureUser(string File, string Kind, string Words, string? Path, string Place, string? State, string? StateName, bool IsLive);

/// <summary>Names what shows pictures. Each feature that shows some has one, over the rows of <see cref="MediaUse"/>.</summary>
public interface IPictureUsers
{
    /// <summary>What shows these pictures, live ones first.</summary>
    /// <param name="files">The pictures' files.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    Task<IReadOnlyList<PictureUser>> OfAsync(IReadOnlyCollection<string> files, CancellationToken ct);
}
