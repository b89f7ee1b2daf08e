using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NewsSite.Web.Jobs;

namespace NewsSite.Tests.Jobs;

public sealed class PayWordsTests
{
    public static TheoryData<string, string, Pay> OfTheSeed => new()
    {
        { "Activites Assistants (CASUAL)", "Durham County Council", new("£24,404 (12.65 p.a. hour) - £25,183 (£13.05 p.a. hour)", 24_404m, 25_183m, "GBP", PayPeriod.Year, 12.65m, 13.05m, null, false) },
        { "Pension Administration Officer", "Durham County Council", new("£24,404 to £25,183 p.a. (Grade 3) Pay award pending", 24_404m, 25_183m, "GBP", PayPeriod.Year, null, null, "Grade 3", true) },
        { "County Attendance Officer", "Oxfordshire County Council", new("£37035 - £39513", 37_035m, 39_513m, "GBP", PayPeriod.Year, null, null, null, false) },
        { "Software Engineer Starter", "West Northamptonshire Council", new("£26914", 26_914m, null, "GBP", PayPeriod.Year, null, null, null, false) },
        { "Executive Director - Growth, Enterprise and Environment", "Redcar & Cleveland Borough Council", new("£139,111.00 (pay award pending)", 139_111m, null, "GBP", PayPeriod.Year, null, null, null, true) },
    };

    [Theory]
    [MemberData(nameof(OfTheSeed))]
    public void The_pay_of_each_vacancy_of_the_seed_is_read_from_its_words(string title, string recruiter, Pay expected)
    {
        var seed = File.ReadAllText(Repository.PathOf("tests", "seeds", "childrens-services-in-somerset-inadequate.txt")).ReplaceLineEndings("\n");
        var advertisement = seed[seed.IndexOf("\n" + title + "\n", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var pay = PayWords.Read(advertisement[2]);

        Assert.Equal(recruiter, advertisement[1]);
        Assert.Equal(expected, pay);
    }

    [Theory]
    [InlineData("Competitive", null, null, PayPeriod.Year)]
    [InlineData("Grade 3, pay award pending", null, null, PayPeriod.Year)]
    [InlineData("£12.65 per hour", "12.65", null, PayPeriod.Hour)]
    [InlineData("12.65 - 13.05 an hour", "12.65", "13.05", PayPeriod.Hour)]
    [InlineData("£13.05", "13.05", null, PayPeriod.Hour)]
    [InlineData("£24-26k", "24000", "26000", PayPeriod.Year)]
    [InlineData("£30k", "30000", null, PayPeriod.Year)]
    [InlineData("Up to £45,000 per annum", null, "45000", PayPeriod.Year)]
    [InlineData("£350 per day", "350", null, PayPeriod.Day)]
    [InlineData("£350", null, null, PayPeriod.Year)]
    [InlineData("£2,100 pcm", "2100", null, PayPeriod.Month)]
    [InlineData("£500 a week", "500", null, PayPeriod.Week)]
    [InlineData("Band 7 (SCP 5 - 6) £24,404 to £25,183 pa, 37 hours, 2025/26 rates", "24404", "25183", PayPeriod.Year)]
    [InlineData("£24,404 plus £3,000 allowance", "24404", null, PayPeriod.Year)]
    [InlineData("£25,183 - £24,404", "24404", "25183", PayPeriod.Year)]
    public void Pay_is_read_as_recruiters_write_it(string words, string? least, string? most, PayPeriod period)
    {
        var pay = PayWords.Read(words);

        Assert.Equal((Figure(least), Figure(most), period, words), (pay.Minimum, pay.Maximum, pay.Period, pay.Words));
    }

    [Theory]
    [InlineData("£24,404 pro rata", null, false, true)]
    [InlineData("SCP 12-15, pro-rata, subject to the 2026/27 pay award", "SCP 12-15", true, true)]
    [InlineData("PO4", "PO4", false, false)]
    [InlineData("A high level of reward", null, false, false)]
    [InlineData("Band H to K (award pending)", "Band H to K", true, false)]
    public void Grade_award_and_part_are_read(string words, string? grade, bool pending, bool rata)
    {
        var pay = PayWords.Read(words);

        Assert.Equal((grade, pending, rata), (pay.Grade, pay.AwardPending, pay.ProRata));
    }

    [Fact]
    public void Any_text_can_be_read() =>
        Prop.ForAll<string?>(words => PayWords.Read(words) is { } pay && !(pay.Maximum < pay.Minimum) && pay.Words == (words ?? "").Trim()).QuickCheckThrowOnFailure();

    [Fact]
    public void Anything_made_of_the_words_of_advertisements_can_be_read()
    {
        string[] scraps = ["£", "24,404", "25,183.50", "12.65", "k", "-", "–", " to ", " ", "(", ")", "p.a.", "per hour", "a day", "Grade 3", "SCP 5 - ", "up to", "pro rata", "999999999999", "1,2,3", "٣", "GBP", "\n", "£££", "37 hours"];
        var texts = Gen.Elements(scraps).ListOf().Select(some => string.Concat(some)).ToArbitrary();

        Prop.ForAll(texts, words => PayWords.Read(words) is { } pay && !(pay.Maximum <= pay.Minimum) && !(pay.HourlyMaximum <= pay.HourlyMinimum)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_it_writes_it_reads_again()
    {
        var pays =
            from period in Gen.Elements(Enum.GetValues<PayPeriod>())
            from cents in Gen.Choose(0, 99)
            from least in Gen.Choose(period is PayPeriod.Hour ? 5 : 100, period is PayPeriod.Hour ? 900 : 400_000)
            from more in Gen.Choose(0, 50_000)
            from shape in Gen.Choose(0, 2)
            from hour in Gen.Choose(0, 2)
            from grade in Gen.Elements(null, "Grade 3", "Band H", "SCP 5 - 6", "PO4")
            from currency in Gen.Elements("GBP", "EUR", "USD")
            from pending in Gen.Elements(true, false)
            from rata in Gen.Elements(true, false)
            let first = least + (cents / 100m)
            let to = shape == 1 && more > 0 ? first + more : (decimal?)null
            let hours = period is PayPeriod.Hour || hour == 0 ? null : (decimal?)(5 + (cents / 100m))
            select new Pay("", shape == 2 ? null : first, shape == 2 ? first : to, currency, period, hours, hour == 2 ? hours + 1.5m : null, grade, pending) { ProRata = rata };

        Prop.ForAll(pays.ToArbitrary(), pay =>
        {
            var words = PayWords.Write(pay);
            Assert.Equal(pay with { Words = words }, PayWords.Read(words));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Posts_are_compared_by_what_they_pay_in_a_year()
    {
        Assert.Equal(25_183m, PayWords.Read("£24,404 (12.65 p.a. hour) - £25,183 (£13.05 p.a. hour)").YearlyMost());
        Assert.Equal(1_924m * 13.05m, PayWords.Read("£12.65 to £13.05 an hour").YearlyMost());
        Assert.Null(PayWords.Read("Competitive").YearlyMost());
    }

    private static decimal? Figure(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
