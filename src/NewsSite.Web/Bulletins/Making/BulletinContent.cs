using System.Security.Cryptography;
using System.Text;
using NewsSite.Web.Articles;

namespace NewsSite.Web.Bulletins.Making;

/// <summary>A story as mails show it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Kind">Its kind; a sponsored one carries its label everywhere.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The standfirst; null for none.</param>
/// <param name="Topics">Present slugs of its topics, the main one first.</param>
internal sealed record BulletinStory(Guid Article, string Slug, ArticleKind Kind, string Headline, string? Standfirst, IReadOnlyList<string> Topics);

/// <summary>A correction as mails show it.</summary>
/// <param name="Key">As <see cref="EditionCorrection"/> keeps it.</param>
/// <param name="Slug">The story's slug.</param>
/// <param name="Headline">The story's headline, with the label of a sponsored one.</param>
/// <param name="Topics">Present slugs of the story's topics.</param>
/// <param name="Wrong">What was wrong.</param>
/// <param name="Right">What is right.</param>
internal sealed record BulletinCorrection(string Key, string Slug, string Headline, IReadOnlyList<string> Topics, string Wrong, string Right);

/// <summary>Everything that an edition says.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Day">The day of a bulletin; null for an alert.</param>
/// <param name="Line">The newsroom's own line; null for none.</param>
/// <param name="Stories">The newest first.</param>
/// <param name="Corrections">Corrections of stories that earlier editions carried.</param>
internal sealed record BulletinContent(EditionKind Kind, DateOnly? Day, string? Line, IReadOnlyList<BulletinStory> Stories, IReadOnlyList<BulletinCorrection> Corrections)
{
    public bool IsEmpty => Stories.Count + Corrections.Count == 0;

    /// <summary>Present slugs of every topic in it.</summary>
    public IReadOnlySet<string> Topics => Stories.SelectMany(s => s.Topics).Concat(Corrections.SelectMany(c => c.Topics)).ToHashSet(StringComparer.Ordinal);

    /// <summary>What it is known by: another when any of it has changed.</summary>
    public string Seen => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        [Line ?? "", .. Stories.Select(s => $"{s.Article} {s.Kind} {s.Headline} {s.Standfirst}"), .. Corrections.Select(c => $"{c.Key} {c.Wrong} {c.Right}")]))))[..16];

    /// <summary>What of it a reader gets.</summary>
    public BulletinContent For(Selection selection) => selection.Topics is not { } wanted || Kind is EditionKind.Alert ? this : this with
    {
        Stories = [.. Stories.Where(s => s.Topics.Any(wanted.Contains))],
        Corrections = [.. Corrections.Where(c => c.Topics.Any(wanted.Contains))],
    };
}

/// <summary>Which part of an edition a reader gets.</summary>
/// <param name="Topics">Of a bulletin, the topics of their choice, null for everything. Of an alert, what it answers of theirs.</param>
internal sealed record Selection(IReadOnlyList<string>? Topics)
{
    public static readonly Selection All = new((IReadOnlyList<string>?)null);

    /// <summary>The same for everybody who gets the same.</summary>
    public string Key => Topics is null ? "*" : string.Join('|', Topics);
}
