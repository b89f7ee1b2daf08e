using Microsoft.AspNetCore.Html;

namespace NewsSite.Web.Editor;

/// <summary>What the editor's page shows.</summary>
/// <param name="Title">The headline, or that the story is new.</param>
/// <param name="Data">JSON that is safe inside a script element.</param>
public sealed record EditorView(string Title, IHtmlContent Data);
