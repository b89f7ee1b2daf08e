using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Comments.Queue;

/// <summary>The comments that wait, and those that were decided on.</summary>
[Needs(Permission.ModerateComments)]
internal sealed class QueuePage(QueueReader queue, Decisions decisions, Site site, TimeProvider clock) : ModeratingPage(decisions, site, clock)
{
    /// <summary>The shelf.</summary>
    public QueueShelf Shelf { get; private set; }

    /// <summary>Where the page begins; null for the first.</summary>
    public QueuePlace? After { get; private set; }

    /// <summary>The comments.</summary>
    public QueueSlice Slice { get; private set; } = new([], null);

    /// <summary>How many wait.</summary>
    public WaitingCounts Counts { get; private set; } = new(0, 0, 0);

    public override string Here => Shelf.PathAfter(After?.ToString());

    public override bool IsList => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    // The place is read from the address before a form is, which needs it for the way back.
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        if (QueueShelves.Of(Request.Query["shelf"]) is not { } shelf)
        {
            context.Result = NotFound();
            return;
        }
        (Shelf, After) = (shelf, QueuePlace.Of(Request.Query["after"]));
    }

    protected override async Task<bool> LoadAsync(CancellationToken ct)
    {
        (Slice, Counts) = (await queue.PageAsync(Shelf, After, ct), await queue.CountAsync(ct));
        return true;
    }
}
