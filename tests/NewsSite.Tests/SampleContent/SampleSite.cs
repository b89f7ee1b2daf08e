namespace NewsSite.Tests.SampleContent;

/// <summary>One site with the sample content for all tests that only read it: making the pictures' sizes takes a while.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    public const string Name = "the sample site";

    internal TestSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await TestSite.StartAsync($"--Content:Directory={Repository.PathOf("content")}");

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

[CollectionDefinition(SampleSite.Name)]
public sealed class SampleSiteTests : ICollectionFixture<SampleSite>;
