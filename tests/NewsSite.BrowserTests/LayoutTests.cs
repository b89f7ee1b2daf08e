using Microsoft.Playwright;
using NewsSite.Tests;

namespace NewsSite.BrowserTests;

[Collection(SharedPaper.Name)]
public sealed class LayoutTests(Paper paper)
{
    private const string Overflow =
        """
        () => {
            const root = document.documentElement, faults = [];
            if (root.scrollWidth > root.clientWidth) {
                const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1);
                faults.push(`scrolls sideways (${root.scrollWidth} in ${root.clientWidth}): ${wide.slice(-3).map(e => e.tagName + '.' + e.className).join(', ')}`);
            }
            for (const e of [root, document.body]) if (/hidden|clip/.test(getComputedStyle(e).overflowX)) faults.push(`${e.tagName} hides what is too wide`);
            return faults;
        }
        """;

    private const string SpacedOut =
        """
        () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
            document.adoptedStyleSheets = [sheet];
        }
        """;

    private const string CutOff =
        """
        () => [...document.body.querySelectorAll('*')].filter(e => {
            const style = getComputedStyle(e), box = e.getBoundingClientRect();
            const hides = v => v === 'hidden' || v === 'clip';
            return box.width > 2 && box.height > 2 && e.textContent.trim()
                && ((hides(style.overflowX) && e.scrollWidth > e.clientWidth + 1) || (hides(style.overflowY) && e.scrollHeight > e.clientHeight + 1));
        }).map(e => `cuts off ${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 60)}`)
        """;

    [Fact]
    public Task No_page_scrolls_sideways_from_the_narrowest_to_the_widest_screen() => paper.CheckAsync(PageKind.All, async visit =>
    {
        var faults = new List<string>();
        foreach (var width in new[] { 320, 600, 768, 1024, 1600 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            faults.AddRange((await visit.Page.EvaluateAsync<string[]>(Overflow)).Select(fault => $"at {width}: {fault}"));
        }
        return faults;
    });

    [Fact]
    public Task Readers_may_space_out_the_text_and_lose_none_of_it() => paper.CheckAsync(PageKind.All, async visit =>
    {
        var faults = new List<string>();
        await visit.Page.EvaluateAsync(SpacedOut);
        foreach (var width in new[] { 320, 1280 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            faults.AddRange((await visit.Page.EvaluateAsync<string[]>(Overflow)).Concat(await visit.Page.EvaluateAsync<string[]>(CutOff)).Select(fault => $"at {width}: {fault}"));
        }
        return faults;
    });

    [Fact]
    public async Task Nothing_moves_while_a_story_with_pictures_loads()
    {
        foreach (var width in new[] { 360, 1280 })
        {
            await paper.CheckAsync(
                [PageKind.EveryBlock, PageKind.Article2022], async visit =>
                {
                    await visit.Page.EvaluateAsync("async () => { for (let y = 0; y < document.body.scrollHeight; y += 500) { scrollTo(0, y); await new Promise(requestAnimationFrame); } }");
                    await visit.Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
                    await Eventually.TrueAsync(() => visit.Page.EvaluateAsync<bool>("() => [...document.images].every(i => i.complete)"));
                    var shifts = await visit.Page.EvaluateAsync<string[]>(
                        """
                        () => new Promise(done => {
                            const shifts = [];
                            const observer = new PerformanceObserver(list => shifts.push(...list.getEntries()));
                            observer.observe({ type: 'layout-shift', buffered: true });
                            requestAnimationFrame(() => requestAnimationFrame(() => {
                                shifts.push(...observer.takeRecords());
                                done(shifts.map(s => `moves by ${s.value} after ${Math.round(s.startTime)} ms: ${s.sources.map(x => x.node?.parentElement?.outerHTML.slice(0, 80)).join(' | ')}`));
                            }));
                        })
                        """);
                    var pictures = await visit.Page.EvaluateAsync<int>("() => [...document.images].filter(i => i.naturalWidth > 0).length");
                    return pictures == 0 ? shifts.Append("shows no picture") : shifts;
                },
                new() { ViewportSize = new() { Width = width, Height = 700 } });
        }
    }

    [Fact]
    public Task Printed_stories_leave_the_navigation_off_and_are_black_on_white() => paper.CheckAsync(
        [PageKind.EveryBlock, PageKind.Article2022], async visit =>
        {
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
            var faults = await visit.Page.EvaluateAsync<string[]>(
                """
                () => {
                    const shown = e => e.checkVisibility(), faults = [];
                    const bright = colour => { const [r, g, b] = colour.match(/[\d.]+/g).map(Number); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                    for (const e of document.querySelectorAll('nav, .skip, .promotion')) if (shown(e)) faults.push(`prints ${e.outerHTML.slice(0, 60)}`);
                    for (const e of document.querySelectorAll('h1, .byline, .prose p')) if (!shown(e)) faults.push(`does not print ${e.outerHTML.slice(0, 60)}`);
                    for (const e of document.querySelectorAll('h1, .prose p')) if (bright(getComputedStyle(e).color) > 60) faults.push(`prints pale words: ${e.outerHTML.slice(0, 60)}`);
                    for (const e of [document.documentElement, document.body]) {
                        const back = getComputedStyle(e).backgroundColor;
                        if (!back.endsWith(', 0)') && bright(back) < 250) faults.push(`prints on ${back}`);
                    }
                    return faults;
                }
                """);
            var pages = await visit.Page.PdfAsync(new() { Format = "A4" });
            return pages.Length < 10_000 ? faults.Append("prints nothing") : faults;
        });
}
