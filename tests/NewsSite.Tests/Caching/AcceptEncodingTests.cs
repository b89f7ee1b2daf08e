using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NewsSite.Web.Caching;

namespace NewsSite.Tests.Caching;

public sealed class AcceptEncodingTests
{
    [Theory]
    [InlineData(null, "Identity")]
    [InlineData("", "Identity")]
    [InlineData("gzip, deflate, br, zstd", "Brotli")]
    [InlineData("GZIP", "Gzip")]
    [InlineData("x-gzip", "Gzip")]
    [InlineData("*", "Brotli")]
    [InlineData("*, br;q=0", "Gzip")]
    [InlineData("br;q=0.5, gzip", "Gzip")]
    [InlineData("br;q=0.1", "Brotli")]
    [InlineData("br;q=0.5, identity;q=0.8", "Identity")]
    [InlineData("br ; q=0.9 ,gzip ; Q=0.8", "Brotli")]
    [InlineData("br;q=0, gzip;q=0", "Identity")]
    [InlineData("br;q=2, gzip;q=-1", "Identity")]
    [InlineData("br;q=high, gzip;q=0.2", "Gzip")]
    [InlineData("identity;q=0, *;q=0", "Identity")]
    [InlineData("brotli, deflate", "Identity")]
    [InlineData(",,;q=1,;,=", "Identity")]
    public void The_reader_gets_the_coding_asked_for(string? header, string expected) =>
        Assert.Equal(expected, AcceptEncoding.Choose(header).ToString());

    [Fact]
    public void No_coding_is_chosen_that_another_outweighs_or_that_was_refused()
    {
        string[] names = ["br", "gzip", "identity", "*", "deflate"];
        var member =
            from name in Gen.Elements(names)
            from weight in Gen.Choose(0, 10)
            select (Name: name, Weight: weight / 10.0);
        var header = Gen.ArrayOf(member).Select(members => members.DistinctBy(m => m.Name).ToArray()).ToArbitrary();

        Prop.ForAll(header, members =>
        {
            var text = string.Join(
                ", ", members.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Name};q={m.Weight:0.0##}")));
            var weights = members.ToDictionary(m => m.Name, m => m.Weight);
            double Weight(string name) => weights.TryGetValue(name, out var own) ? own : weights.GetValueOrDefault("*", 0);

            var chosen = AcceptEncoding.Choose(text);

            var best = Math.Max(Weight("br"), Weight("gzip"));
            return chosen switch
            {
                ContentCoding.Brotli => Weight("br") > 0 && Weight("br") >= best,
                ContentCoding.Gzip => Weight("gzip") > 0 && Weight("gzip") > Weight("br"),
                _ => best == 0 || weights.GetValueOrDefault("identity", 0) > best,
            };
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_header_whatever_breaks_the_choice() =>
        Prop.ForAll<string?>(text => Enum.IsDefined(AcceptEncoding.Choose(text))).QuickCheckThrowOnFailure();
}
