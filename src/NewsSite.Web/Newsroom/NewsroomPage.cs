using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Web.Newsroom;

/// <summary>A page of the newsroom. Its file sets <c>ViewBag.Title</c>; the layout <c>_Newsroom</c> is around it.</summary>
public abstract class NewsroomPage : PageModel
{
    /// <summary>Whether the page fills the window by itself: no menu, no footing, as the editor does.</summary>
    public virtual bool IsFullWindow => false;

    /// <summary>Something that has just been done, said at the top of the next page; null for nothing.</summary>
    [Microsoft.AspNetCore.Mvc.TempData]
    public string? Done { get; set; }
}
