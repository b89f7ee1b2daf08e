namespace NewsSite.Core.Blocks;

/// <summary>One typed piece of an article's body. A block is a value: edits make a new one with the same <see cref="Id"/>.</summary>
public abstract record Block
{
    /// <summary>
    /// Short name of this block inside its article, kept through edits and moves: 1 to 40 characters of a–z, 0–9 and hyphen.
    /// Empty only until <see cref="Content.ArticleText.Read"/> or the editor has given one.
    /// </summary>
    public string Id { get; init; } = "";

    /// <summary>The words alone, without labels, for search, word counts and the check of pull quotes. Paragraphs are separated by a blank line.</summary>
    public abstract string ToPlainText();

    /// <summary>
    /// What an editor should mend beyond the limits of the fields, which the catalogue checks by itself.
    /// Drafts are saved with issues; publication stops on <see cref="Severity.Stop"/>.
    /// </summary>
    /// <param name="article">The article the block stands in.</param>
    public virtual IEnumerable<Issue> Check(ArticleWords article) => [];

    /// <summary>The registers' records and the articles that this block names, so that a missing one is found before readers meet it.</summary>
    public virtual IEnumerable<Reference> References() => [];
}
