using Microsoft.Playwright;

namespace NewsSite.BrowserTests;

[Collection(SharedPaper.Name)]
public sealed class KeyboardTests(Paper paper)
{
    // Everything that the Tab key must reach, numbered in the order of the page.
    private const string NumberThem =
        """
        () => {
            const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0);
            all.forEach((e, i) => e.dataset.n = i);
            return all.length;
        }
        """;

    private const string Look =
        """
        () => {
            const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
            const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            const seen = box.width > 2 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            return { n: e.dataset.n === undefined ? -1 : Number(e.dataset.n), what: e.outerHTML.slice(0, 80), ring, seen, body: e === document.body };
        }
        """;

    [Fact]
    public Task The_Tab_key_reaches_everything_in_order_and_shows_where_it_is() => paper.CheckAsync(
        [PageKind.EveryBlock, PageKind.All[0]], async visit =>
        {
            var faults = new List<string>();
            var count = await visit.Page.EvaluateAsync<int>(NumberThem);
            var last = -1;
            for (var presses = 0; presses < count + 20 && last < count - 1; presses++)
            {
                await visit.Page.Keyboard.PressAsync("Tab");
                var here = await visit.Page.EvaluateAsync<Focus>(Look);
                if (!here.Ring) faults.Add($"has no visible focus: {here.What}");
                if (!here.Seen) faults.Add($"has its focus out of sight: {here.What}");
                if (here.N < 0) continue; // a part that scrolls within itself
                if (here.N != last + 1) faults.Add($"reaches {here.What} after number {last}, not number {last + 1}");
                last = here.N;
            }
            if (last != count - 1) faults.Add($"reaches only {last + 1} of {count}");
            return faults;
        },
        new() { ReducedMotion = ReducedMotion.Reduce });

    [Fact]
    public Task The_first_Tab_offers_a_way_past_the_navigation() => paper.CheckAsync(
        PageKind.All, async visit =>
        {
            var page = visit.Page;
            await page.Keyboard.PressAsync("Tab");
            var first = await page.EvaluateAsync<Focus>(Look);
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Tab");
            var past = await page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement) || !document.querySelector('main a')");
            return (first, past) switch
            {
                ({ Seen: false }, _) => ["shows no link past the navigation"],
                (_, false) => ["does not lead into the page"],
                _ => [],
            };
        });

    [Fact]
    public Task Nothing_moves_for_readers_who_asked_for_stillness() => paper.CheckAsync(
        PageKind.All, async visit => await visit.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('*')].filter(e => {
                const style = getComputedStyle(e), seconds = t => Math.max(...t.split(',').map(parseFloat));
                return style.scrollBehavior === 'smooth' || seconds(style.transitionDuration) > 0.01 || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01);
            }).map(e => `moves ${e.outerHTML.slice(0, 60)}`)
            """),
        new() { ReducedMotion = ReducedMotion.Reduce });

    private sealed class Focus
    {
        public int N { get; set; }

        public string What { get; set; } = "";

        public bool Ring { get; set; }

        public bool Seen { get; set; }
    }
}
