using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Editor;

/// <summary>The editor of an article. Who may not write reads it there.</summary>
[Needs(Permission.SeeAllStories)]
public sealed class EditorPage(IServiceProvider services) : NewsroomPage
{
    /// <inheritdoc/>
    public override bool IsFullWindow => true;

    /// <summary>What is shown.</summary>
    public EditorView Editor { get; private set; } = null!;

    /// <summary>Opens the article.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await services.GetRequiredService<EditorStart>().FindAsync(HttpContext, id, ct) is not { } editor) return NotFound();
        Editor = editor;
        return Page();
    }
}
