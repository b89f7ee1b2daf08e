using FsCheck;
using FsCheck.Fluent;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;
using NewsSite.Tests.Blocks;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Jobs;
using NewsSite.Web.People;
using NewsSite.Web.Promotions;
using NewsSite.Web.Sites;

namespace NewsSite.Tests.Exchange;

/// <summary>Generators of what a store holds. Texts are <see cref="AText"/>'s, with a letter in front where something must be said.</summary>
internal static class AStore
{
    public static readonly BlockCatalogue Catalogue = BlockCatalogue.From([typeof(ProseBlock).Assembly]);

    public static string[] People => ["una-pike", "kofi-thorne"];

    public static string[] Sources => ["ofsted-2022", "annual-report"];

    public static string[] Media => ["county-hall.png"];

    public static string[] Topics => ["council", "health"];

    public static string[] Authors => ["news-desk", "ruth-chidgey"];

    public static string SlugOf(int article) => $"article-{article}";

    /// <summary>An article's file with any front matter. It is live only when nothing in its blocks forbids that.</summary>
    public static Gen<ArticleFile> Article(int number) =>
        from full in Gen.Elements(true, false)
        from body in full ? Blocks.FullBody(SlugOf(number)) : Blocks.Body(SlugOf(number))
        from kind in Gen.Elements(Enum.GetValues<ArticleKind>())
        from headline in Said
        from texts in AText.OrNull.ListOf(3)
        from published in Wall
        from updated in Gen.Elements<WallTime?>(null, WallTime.Parse("2024-01-01"), WallTime.Parse("2024-10-27 01:30"))
        from bylines in Gen.SubListOf(Authors)
        from topics in Gen.SubListOf(Topics)
        from sources in Gen.SubListOf(Sources)
        from comments in Gen.Elements(Enum.GetValues<CommentPolicy>())
        from end in Gen.Elements<WrittenInstant?>(null, new(At("2030-06-30T23:00:00Z"), "2030-06-30"), new(At("2030-12-31T17:30:00Z"), "2030-12-31 17:30"))
        from withdrawn in Gen.Choose(0, 5)
        let stops = body.Any(b => Catalogue.Check(b, new ArticleWords(texts[0], body)).Any(i => i.Severity is Severity.Stop))
        let state = withdrawn == 0 ? FileState.Withdrawn : stops || bylines.Count == 0 ? FileState.Draft : FileState.Live
        from lead in LeadOf(state)
        from reason in Gen.Elements<WithdrawalReason?>(null, WithdrawalReason.PublishedInError, WithdrawalReason.Superseded, WithdrawalReason.Legal)
        from note in Said
        from hasNote in Gen.Elements(true, false)
        from embargo in Gen.Elements<WrittenInstant?>(null, new(At("2026-10-24T05:00:00Z"), "2026-10-24 06:00"), new(At("2026-10-24T23:00:00Z"), "2026-10-25"), new(At("2026-10-25T01:30:00Z"), "2026-10-25T01:30:00Z"))
        from planned in Gen.Elements<DateOnly?>(null, new DateOnly(2026, 11, 3))
        select new ArticleFile
        {
            Withdrawal = state is FileState.Withdrawn && reason is { } why ? new(why, hasNote ? note : null, why is WithdrawalReason.Superseded ? "/topics/council" : null) : null,
            Embargo = state is FileState.Draft ? embargo : null,
            Planned = state is FileState.Draft ? planned : null,
            Slug = SlugOf(number),
            State = state,
            Kind = kind,
            Headline = headline,
            Standfirst = texts[0],
            SocialHeadline = texts[1],
            SocialDescription = texts[2],
            Published = state is FileState.Draft ? null : published,
            Updated = state is FileState.Draft ? null : updated,
            Bylines = [.. bylines],
            Topics = [.. topics],
            Sources = [.. sources],
            LeadImage = lead,
            Comments = comments,
            CommentsUntil = state is FileState.Draft ? null : end,
            Blocks = body,
        };

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    public static Gen<Person> Person(string slug) =>
        from name in Said
        from summary in AText.OrNull
        from others in AText.Paragraphs
        from title in Said
        from source in AText.OrNull
        from date in Gen.Elements("2015", "2017-11", "2022-09-21").Select(t => PartialDate.TryParse(t, out var d) ? d : default)
        from organisation in Gen.Elements(null, "the-council")
        select new Person { Slug = slug, Name = name, Summary = summary, OtherNames = others, Roles = [new(title, organisation, null, date, null, source), new(title, null, date, null, date, null)] };

    public static Gen<Vacancy> Vacancy(string slug) =>
        from title in Said
        from place in AText.OrNull
        from words in AText.Lines
        from closes in Gen.Elements("2030-06-30T23:00:00Z", "2030-10-27T01:30:00Z", "2030-10-27T00:30:00Z", "2030-01-31T12:00:59Z")
        from least in Gen.Choose(0, 4_000_000)
        from period in Gen.Elements(Enum.GetValues<PayPeriod>())
        from pending in Gen.Elements(true, false)
        select new Vacancy
        {
            Slug = slug,
            Title = title,
            Recruiter = title,
            Place = place,
            Words = "A" + words,
            OpensAt = DateTimeOffset.Parse("2026-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture),
            ClosesAt = DateTimeOffset.Parse(closes, System.Globalization.CultureInfo.InvariantCulture),
            Pay = new(title, least / 100m, null, pending ? "GBP" : "EUR", period, null, 12.65m, place, pending) { ProRata = !pending },
            Hours = place,
            Work = pending ? WorkPattern.PartTime : null,
            Reference = pending ? slug : null,
            ApplyAt = pending ? "mailto:jobs@example.org?subject=A%20post" : "https://example.org/?a=1&b=2",
        };

    public static Gen<Promotion> Promotion(string slug) =>
        from label in Said
        from words in AText.Lines
        from text in AText.OrNull
        from picture in Gen.Elements([null, .. Media])
        from order in Gen.Choose(0, 3)
        select new Promotion
        {
            Slug = slug,
            Slot = "rail",
            Label = label,
            Headline = label,
            Words = words,
            Advertiser = text,
            Address = "https://example.org/?a=1&b=\"2\"",
            Picture = picture,
            PictureAlt = text,
            StartsAt = DateTimeOffset.Parse("2026-05-03T23:00:00Z", System.Globalization.CultureInfo.InvariantCulture),
            EndsAt = order == 0 ? null : DateTimeOffset.Parse("2026-07-03T11:00:00Z", System.Globalization.CultureInfo.InvariantCulture),
            Order = order,
            Weight = order + 1,
        };

    private static ABlock Blocks { get; } = new(People, Sources, Media, [SlugOf(0), SlugOf(1)]);

    private static Gen<string> Said => AText.Any.Select(t => "A" + t);

    private static Gen<WallTime> Wall => Gen.Elements("2022-09-21", "2022-09-21 06:00", "2014-11-26 23:59", "2021-10-31 01:30", "2009-02-28 00:00").Select(t => WallTime.Parse(t)!.Value);

    // Only a draft may be without a purpose.
    private static Gen<LeadImage?> LeadOf(FileState state) =>
        from alt in Said
        from caption in AText.OrNull
        from purpose in state is FileState.Draft ? Gen.Elements<PicturePurpose?>(null, PicturePurpose.Described, PicturePurpose.Decorative) : Gen.Elements<PicturePurpose?>(PicturePurpose.Described, PicturePurpose.Decorative)
        from none in Gen.Elements(true, false)
        select none ? null : new LeadImage(Media[0], purpose, purpose is PicturePurpose.Described ? alt : null, caption, caption);
}
