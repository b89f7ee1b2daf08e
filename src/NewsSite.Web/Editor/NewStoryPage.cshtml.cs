using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Editor;

/// <summary>An empty editor. Nothing is stored before the first save, which gives the article its address.</summary>
[Needs(Permission.WriteStories)]
public sealed class NewStoryPage(IServiceProvider services) : NewsroomPage
{
    /// <inheritdoc/>
    public override bool IsFullWindow => true;

    /// <summary>What is shown.</summary>
    public EditorView Editor { get; private set; } = null!;

    /// <summary>Opens it.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Editor = await services.GetRequiredService<EditorStart>().NewAsync(HttpContext, ct);
}
