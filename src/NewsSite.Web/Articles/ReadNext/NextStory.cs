namespace NewsSite.Web.Articles.ReadNext;

/// <summary>A story that whoever has read another may want to read next.</summary>
/// <param name="Story">The story.</param>
/// <param name="Reason">Why, such as “Also about Ofsted”.</param>
public sealed record NextStory(Teaser Story, string Reason);
