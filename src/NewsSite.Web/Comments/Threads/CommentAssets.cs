using NewsSite.Web.Hosting;

namespace NewsSite.Web.Comments.Threads;

/// <summary>The script that makes the form better where there is JavaScript.</summary>
internal sealed class CommentAssets() : AssetFiles("/assets/comments/", [Path.Combine(AppContext.BaseDirectory, "comments")]);
