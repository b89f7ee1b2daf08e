using NewsSite.Web.Hosting;

namespace NewsSite.Web.Newsroom;

/// <summary>The newsroom's own style sheet and scripts, and the editor's. They lie outside <c>/newsroom</c>, where the page cache keeps and compresses them: there is no secret in them.</summary>
public sealed class NewsroomAssets() : AssetFiles("/assets/newsroom/", [Path.Combine(AppContext.BaseDirectory, "newsroom", "shell"), Path.Combine(AppContext.BaseDirectory, "newsroom", "editor")]);
