using System.Security.Cryptography;
using System.Text;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;

namespace NewsSite.Web.Search;

/// <summary>
/// Words of the index that stand for what a story has rather than for what it says: its kind, its topics, authors, people and sources by slug.
/// Filters look for them, and so do names, which are looked up when a reader asks: a record that is renamed, or a topic that becomes part of another, needs no story indexed anew.
/// </summary>
internal static class SearchMark
{
    /// <summary>The mark that every story has.</summary>
    public static readonly string Story = Of("story", "");

    /// <summary>The mark of a kind.</summary>
    public static string Kind(ArticleKind kind) => Of("kind", Kebab.Of(kind));

    /// <summary>The mark of a topic.</summary>
    public static string Topic(string slug) => Of("topic", slug);

    /// <summary>The mark of an author.</summary>
    public static string Author(string slug) => Of("author", slug);

    /// <summary>The mark of a person who speaks or is named by a block.</summary>
    public static string Person(string slug) => Of("person", slug);

    /// <summary>The mark of a cited source.</summary>
    public static string Source(string slug) => Of("source", slug);

    // No stemmer cuts a word that ends in a digit, and no writer types one of these.
    private static string Of(string register, string slug) => $"xq{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{register}:{slug}")))[..14]}0";
}
