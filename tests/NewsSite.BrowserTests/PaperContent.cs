using Microsoft.Extensions.DependencyInjection;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;
using NewsSite.Tests;
using NewsSite.Tests.Media;
using NewsSite.Web.Articles;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Corrections;
using NewsSite.Web.Jobs;
using NewsSite.Web.Media;
using NewsSite.Web.People;
using NewsSite.Web.Sources;

namespace NewsSite.BrowserTests;

/// <summary>Fills a site with a year of an invented paper, beside the sample content.</summary>
internal static class PaperContent
{
    public const string EveryBlock = "every-block";
    public const string Corrected = "what-the-new-bridge-costs";
    public const string Withdrawn = "taken-back";
    public const string BrokenPerson = "natalie-kenneison";
    public const string ClosedJob = "closed-last-month";
    public const string Picture = "weir-house.png";

    private const int Stories = 46;

    private static readonly string[] Places = ["Aldermoor", "Brackwater", "Cold Hinton", "Dunsey", "Eastwell St Mary", "Fenny Cross", "Great Luddon"];

    private static readonly (string Headline, string? Standfirst, string Topic)[] Matters =
    [
        ("{0} library to open six days a week again", "The county pays for two more members of staff until March; after that the town has to find the money.", "council"),
        ("Bus between {0} and the hospital is saved for a year", null, "transport"),
        ("Parents at {0} school told places will be found by June", "Forty-one children had no offer when letters went out.", "schools"),
        ("Flood gates at {0} to be tested for the first time since 2019", null, "environment"),
        ("{0} care home asks council for three more months", "Its owner says it cannot recruit nurses at the rate the county pays.", "health-and-care"),
        ("Planners back 212 homes on the edge of {0}, against their officers’ advice", "The vote was seven to six. The application now goes to the full council.", "planning"),
        ("What {0} pays for: the parish precept, line by line", null, "money"),
        ("Auditors find no fault with {0} leisure centre contract", "They looked at it after a complaint by a losing bidder.", "money"),
    ];

    public static async Task FillAsync(TestSite site)
    {
        using (var png = new MemoryStream(APicture.Png(1600, 900)))
            await site.DoAsync(services => services.GetRequiredService<MediaStore>().AddAsync(png, Picture, "Drawing: The County Ledger", CancellationToken.None));
        await site.AddAsync(
            [
                new Source { Slug = "luddon-audit", Title = "Audit of Great Luddon leisure centre", Publisher = "County audit office", Kind = "Audit report", Address = "https://example.org/audit", Published = Day("2026-03-17") },
                new Person { Slug = "una-pike", Name = "Una Pike", Summary = "An invented councillor.", Roles = [new("deputy leader", null, null, null, Day("2026-04-28"), null)] },
                new Vacancy
                {
                    Slug = ClosedJob, Title = "Lock keeper", Recruiter = "County waterways", Place = "Brackwater", Words = "Somebody has been found for this invented post.",
                    Pay = PayWords.Read("£24,000 a year"), OpensAt = site.Clock.GetUtcNow().AddDays(-60), ClosesAt = site.Clock.GetUtcNow().AddDays(-30),
                },
            ],
            "sources", "people", "vacancies");
        for (var n = 0; n < Stories; n++) await site.PublishAsync(AStoryAt(n));
        await site.PublishAsync(await EveryBlockAsync(site));

        var corrected = await site.PublishAsync(AStoryAt(0) with { Slug = Corrected, Headline = "What the new bridge costs", Published = "2026-04-20 07:30", Updated = "2026-04-21 18:05" });
        await site.AddAsync([new Correction { Slug = "bridge", ArticleId = corrected, At = site.Clock.GetUtcNow().AddDays(-12), Wall = "2026-04-22", Wrong = "We gave the cost as £2.4m.", Right = "It is £4.2m." }], "corrections");

        await site.PublishAsync(AStoryAt(1) with { Slug = Withdrawn, Headline = "Taken back", Published = "2026-02-03" });
        await site.WithdrawAsync(Withdrawn);
    }

    private static PartialDate Day(string text) => PartialDate.TryParse(text, out var date) ? date : throw new FormatException(text);

    private static AStory AStoryAt(int n)
    {
        var (headline, standfirst, topic) = Matters[n % Matters.Length];
        var place = Places[n % Places.Length];
        return new()
        {
            Slug = $"story-{n}",
            Kind = n % 9 == 5 ? ArticleKind.Opinion : n % 11 == 7 ? ArticleKind.Feature : ArticleKind.News,
            Headline = string.Format(System.Globalization.CultureInfo.InvariantCulture, headline, place),
            Standfirst = standfirst,
            Bylines = n % 6 == 4 ? ["ada-quill", "bernard-oakes"] : ["ada-quill"],
            Topics = topic == "council" ? ["council"] : [topic, "council"],
            LeadImage = n % 4 == 0 ? new(Picture, PicturePurpose.Described, "The weir house seen from the bridge", "The weir house.", null) : null,
            Blocks =
            [
                new ProseBlock
                {
                    Id = "words",
                    Text = $"The council of {place} met on Tuesday evening and agreed what it had put off since the autumn. Nobody spoke against it.\n\n"
                        + "Members had before them a paper of 84 pages, of which [four are about money](https://example.org/paper). The rest explains how the county arrived at its figures.\n\n"
                        + "## What happens next\n\n"
                        + "- The county writes to everyone who answered the consultation.\n- The cabinet decides in June.\n- Work would begin in September.\n\n"
                        + "Anyone who lives in the parish may still write to the clerk.",
                },
            ],
            Published = new DateTime(2026, 5, 3).AddDays(-n * 5 / 2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + " 06:15",
        };
    }

    private static async Task<AStory> EveryBlockAsync(TestSite site)
    {
        var lines = await File.ReadAllLinesAsync(Repository.PathOf("tests", "NewsSite.BrowserTests", "every-block.md"));
        var faults = new Faults("every-block.md");
        var blocks = ArticleText.Read(lines, 1, EveryBlock, site.Services.GetRequiredService<BlockCatalogue>(), faults);
        if (faults.Any) throw new InvalidOperationException(string.Join('\n', faults.All));
        return AStoryAt(3) with
        {
            Slug = EveryBlock,
            Headline = "Every block that a story can hold, one after the other",
            Standfirst = "Made for tests: the words are invented, the forms are those of the sample stories.",
            LeadImage = new(Picture, PicturePurpose.Captioned, null, "The weir house at Great Luddon, which the county has let since 1987.", "Drawing: A. Reader"),
            Sources = ["luddon-audit"],
            Blocks = blocks,
            Published = "2026-04-30 05:00",
            Updated = "2026-05-01",
        };
    }
}
