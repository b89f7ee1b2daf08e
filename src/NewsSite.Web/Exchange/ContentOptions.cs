namespace NewsSite.Web.Exchange;

/// <summary>Where the stories of a new site come from: section <c>Content</c> of the settings.</summary>
public sealed class ContentOptions
{
    /// <summary>A content directory, relative to the site's root; imported once into an empty store. One that does not exist is none.</summary>
    public string Directory { get; set; } = "content";
}
