using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.Tests;

namespace NewsSite.BrowserTests;

/// <summary>Waits for addresses. The driver's own way to do that looks first and listens then, and misses what happens between the two (microsoft/playwright-dotnet#3364).</summary>
internal static class Arriving
{
    /// <summary>Waits until the page has this address, and everything on it is there.</summary>
    /// <param name="page">The page.</param>
    /// <param name="address">A regular expression that finds something in the whole address.</param>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address), new() { Timeout = 30_000 });
        await Eventually.TrueAsync(() => page.EvaluateAsync<bool>("() => document.readyState === 'complete'"));
    }
}
