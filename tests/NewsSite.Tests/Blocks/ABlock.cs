using FsCheck;
using FsCheck.Fluent;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;
using NewsSite.Web.Blocks.Callout;
using NewsSite.Web.Blocks.Embed;
using NewsSite.Web.Blocks.Image;
using NewsSite.Web.Blocks.Improvements;
using NewsSite.Web.Blocks.KeyFacts;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Blocks.PullQuote;
using NewsSite.Web.Blocks.Quote;
using NewsSite.Web.Blocks.Ratings;
using NewsSite.Web.Blocks.Related;
using NewsSite.Web.Blocks.Source;
using NewsSite.Web.Blocks.Statement;

namespace NewsSite.Tests.Blocks;

/// <summary>
/// Generators of blocks. The texts are <see cref="AText"/>'s, nasty ones included; slugs come from the given lists, so that a test
/// which needs the records to exist can make them first.
/// </summary>
internal sealed class ABlock(IReadOnlyList<string> people, IReadOnlyList<string> sources, IReadOnlyList<string> media, IReadOnlyList<string> articles)
{
    /// <summary>Blocks that name a few fixed records.</summary>
    public static ABlock Standard { get; } = new(["una-pike", "kofi-thorne"], ["ofsted-2022", "annual-report"], ["county-hall.png", "pier.jpg"], ["care-home", "by-pass"]);

    /// <summary>Every type, known and unknown, without ids.</summary>
    public IReadOnlyList<Gen<Block>> Kinds =>
    [
        As(Prose), As(PullQuote), As(Quote), As(Statement), As(Improvements), As(Ratings), As(Image), As(Source), As(KeyFacts), As(Embed), As(Callout), As(Related),
        As(UnknownJson), As(UnknownMarkdown),
    ];

    /// <summary>A block of any type.</summary>
    public Gen<Block> Any => Gen.OneOf(Kinds);

    /// <summary>The body of an article: up to a dozen blocks of any type, some of them next to each other, with ids that are all different.</summary>
    /// <param name="slug">The article's slug; some blocks have the id that the import makes of it.</param>
    public Gen<IReadOnlyList<Block>> Body(string slug) =>
        from count in Gen.Choose(0, 12)
        from blocks in Any.ListOf(count)
        from names in Gen.Choose(0, 2).ListOf(count)
        select WithIds(slug, [.. blocks], [.. names]);

    /// <summary>An article's body with each type once, in some order.</summary>
    public Gen<IReadOnlyList<Block>> FullBody(string slug) =>
        from blocks in Gen.CollectToList(Kinds)
        from order in Gen.Shuffle(blocks.ToArray())
        select WithIds(slug, order, [.. order.Select((_, i) => i % 3)]);

    private static Gen<ProseBlock> Prose => from text in AText.Lines select new ProseBlock { Text = text };

    private static Gen<PullQuoteBlock> PullQuote => from text in AText.OrNull select new PullQuoteBlock { Text = text };

    private static Gen<KeyFactsBlock> KeyFacts =>
        from facts in Some(from text in AText.OrNull from figure in AText.OrNull select new KeyFact { Text = text, Figure = figure })
        select new KeyFactsBlock { Facts = facts };

    private static Gen<EmbedBlock> Embed =>
        from title in AText.OrNull
        from address in Gen.Elements(null, "https://example.com/watch?v=\"1\"&t=2", "http://example.com", "javascript:alert(1)")
        from provider in AText.OrNull
        from kind in Choice<EmbedKind>()
        from player in Gen.Elements(null, "https://player.example.com/1?a=\"b\"", "http://example.com", "<iframe>")
        select new EmbedBlock { Title = title, Address = address, Provider = provider, Kind = kind, Player = player };

    private static Gen<CalloutBlock> Callout =>
        from purpose in Choice<CalloutPurpose>()
        from title in AText.OrNull
        from text in AText.Paragraphs
        from phone in Gen.Elements(null, "0808 157 0000", "+44 (0)1823 355455", "101")
        from email in Gen.Elements(null, "newsdesk@example.com", "nobody")
        from address in Gen.Elements(null, "https://example.org/help")
        from note in AText.OrNull
        select new CalloutBlock { Purpose = purpose, Title = title, Text = text, Phone = phone, Email = email, Address = address, Note = note };

    private static Gen<UnknownBlock> UnknownJson =>
        from type in Gen.Elements("tide-table", "prose", "statement", "A type of ours")
        from text in AText.OrNull
        from form in Gen.Choose(0, 1)
        let value = System.Text.Json.JsonSerializer.Serialize(text)
        select new UnknownBlock { Type = type, Json = form == 0 ? $$"""{"type":"{{type}}","id":"ID","v":99,"text":{{value}}}""" : $$"""{ "v": 99.0e0,{{"\n"}}  "type": "{{type}}", "id": "ID", "text": [ {{value}} ] }""" };

    private static Gen<UnknownBlock> UnknownMarkdown =>
        from lines in AText.Lines
        from attribute in AText.OrNull
        select new UnknownBlock { Type = "tide-table", Markdown = Container(attribute, lines) };

    private Gen<StatementBlock> Statement =>
        from person in Gen.Elements([null, .. people])
        from name in AText.OrNull
        from role in AText.OrNull
        from occasion in AText.OrNull
        from lead in AText.OrNull
        from words in AText.Paragraphs
        select new StatementBlock { Person = person, Name = name, Role = role, Occasion = occasion, LeadIn = lead, Words = words };

    private Gen<QuoteBlock> Quote =>
        from person in Gen.Elements([null, .. people])
        from name in AText.OrNull
        from role in AText.OrNull
        from source in Gen.Elements([null, .. sources])
        from page in AText.OrNull
        from lead in AText.OrNull
        from words in AText.Paragraphs
        select new QuoteBlock { Person = person, Name = name, Role = role, Source = source, Page = page, LeadIn = lead, Words = words };

    private Gen<ImprovementsBlock> Improvements =>
        from intro in AText.Paragraphs
        from source in Gen.Elements([null, .. sources])
        from items in Some(
            from text in AText.OrNull
            from page in AText.OrNull
            from status in Choice<ImprovementStatus>()
            select new Improvement { Text = text, Page = page, Status = status })
        select new ImprovementsBlock { Intro = intro, Source = source, Items = items };

    private Gen<RatingsBlock> Ratings =>
        from body in AText.OrNull
        from framework in AText.OrNull
        from scope in AText.OrNull
        from scale in Gen.Elements<IReadOnlyList<string>>([], ["C1", "C2"], ["Good | better", "a \"b\"", "{c}"])
        from entries in Some(
            from grade in Gen.OneOf(AText.OrNull, Gen.Elements<string?>([.. RatingsBlock.FourGrades]))
            from inspected in Date
            from published in Date
            from report in Gen.Elements([null, .. sources])
            from other in AText.OrNull
            from note in AText.OrNull
            select new Rating { Grade = grade, Inspected = inspected, Published = published, Report = report, Framework = other, Note = note })
        select new RatingsBlock { Body = body, Framework = framework, Scope = scope, Scale = scale, Entries = entries };

    private Gen<ImageBlock> Image =>
        from file in Gen.Elements([null, .. media])
        from purpose in Choice<PicturePurpose>()
        from alt in AText.OrNull
        from caption in AText.OrNull
        from credit in AText.OrNull
        select new ImageBlock { Media = file, Purpose = purpose, Alt = alt, Caption = caption, Credit = credit };

    private Gen<SourceBlock> Source =>
        from slug in Gen.Elements([null, .. sources])
        from lead in AText.OrNull
        from shown in Gen.Elements(true, false)
        select new SourceBlock { Slug = slug, LeadIn = lead, ShowAddress = shown };

    private Gen<RelatedBlock> Related =>
        from links in Some(from slug in Gen.Elements([null, .. articles]) from reason in AText.OrNull select new RelatedArticle { Slug = slug, Reason = reason })
        select new RelatedBlock { Articles = links };

    private static Gen<PartialDate?> Date =>
        Gen.Elements(null, "2015", "2017-11", "2022-09-21", "0001", "9999-12-31").Select(t => PartialDate.TryParse(t, out var date) ? date : (PartialDate?)null);

    private static Gen<TEnum?> Choice<TEnum>()
        where TEnum : struct, Enum => Gen.Elements([null, .. Enum.GetValues<TEnum>().Select(v => (TEnum?)v)]);

    private static Gen<IReadOnlyList<T>> Some<T>(Gen<T> item) =>
        from count in Gen.Choose(0, 4)
        from items in item.ListOf(count)
        select (IReadOnlyList<T>)[.. items];

    private static Gen<Block> As<T>(Gen<T> kind)
        where T : Block => kind.Select(b => (Block)b);

    private static string Container(string? attribute, string lines)
    {
        var writer = new ContainerWriter();
        writer.Attribute("id", "ID").Attribute("port", attribute).Text(lines);
        var text = new System.Text.StringBuilder();
        writer.WriteTo(text, "tide-table", "ID");
        return text.ToString().TrimEnd('\n');
    }

    // An unknown block's id is inside its text too, as it is when it comes from a file or the store.
    private static IReadOnlyList<Block> WithIds(string slug, IReadOnlyList<Block> blocks, IReadOnlyList<int> names) =>
    [
        .. blocks.Select((block, i) => (block, id: names[i] == 0 ? BlockIds.Make(slug, i) : names[i] == 1 ? $"k{i}" : $"{i}-a-longer-name")).Select(b => b.block switch
        {
            UnknownBlock { Json: { } json } unknown => unknown with { Id = b.id, Json = json.Replace("\"ID\"", $"\"{b.id}\"", StringComparison.Ordinal) },
            UnknownBlock { Markdown: { } markdown } unknown => unknown with { Id = b.id, Markdown = markdown.Replace("{#ID", "{#" + b.id, StringComparison.Ordinal) },
            var known => known with { Id = b.id },
        }),
    ];
}
