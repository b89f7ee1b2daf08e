using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Web.Articles;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

[Collection(SharedNewsroom.Name)]
public sealed class DeskAccessibilityTests(NewsroomPaper paper)
{
    [Fact]
    public async Task The_dialogs_of_the_desk_break_no_rule_of_WCAG_and_fit_every_window()
    {
        await using var ada = await paper.SignInAsync("Laura Sharman", Role.Administrator);
        var live = (await paper.Site.InDbAsync(async db => await db.Set<Article>().Where(a => a.Slug == "good-for-childrens-services-in-somerset").Select(a => a.Id).FirstAsync())).ToString();
        var draft = await ada.WriteStoryAsync("Bridge is painted");
        var faults = new List<string>();
        await EachAsync(ada, draft, faults, "Send for review", "Plan for a day…", "Embargo…", "Publish without approval…");
        await EachAsync(ada, live, faults, "Withdraw…", "Back to draft…", "Schedule withdrawal…");
        await ada.OpenStoryAsync(draft);
        await ada.Next.ClickAsync();
        await ada.PressAsync("Send for review");
        await Assertions.Expect(ada.Next).ToContainTextAsync("Approve");
        await EachAsync(ada, draft, faults, "Approve", "Send back…", "Take back…");
        await paper.ApproveAsync(draft);
        await EachAsync(ada, draft, faults, "Publish…");

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
        Assert.Empty(ada.Faults);
    }

    private static async Task EachAsync(Person ada, string id, List<string> faults, params string[] dialogs)
    {
        await ada.Page.SetViewportSizeAsync(1280, 900);
        await ada.OpenStoryAsync(id);
        foreach (var dialog in dialogs)
        {
            var isNext = dialog is "Send for review" or "Approve" or "Publish…";
            await (isNext ? ada.Next.ClickAsync() : ada.ChooseAsync(dialog));
            await ada.DialogReadyAsync();
            if (dialog is "Withdraw…") await ada.Dialog.GetByLabel("Superseded").CheckAsync();
            if (dialog is "Publish…") await ada.Dialog.GetByLabel("At a time").CheckAsync();
            await ada.Page.SetViewportSizeAsync(360, 900);
            faults.AddRange(await Wcag.FaultsAsync(ada.Page, $"{dialog} at 360"));
            foreach (var width in new[] { 360, 768 })
            {
                await ada.Page.SetViewportSizeAsync(width, 900);
                var over = await ada.Page.EvaluateAsync<int>("() => { const body = document.querySelector('dialog .dialog-body'); return Math.max(body.scrollWidth - body.clientWidth, document.documentElement.scrollWidth - document.documentElement.clientWidth); }");
                if (over > 0) faults.Add($"{dialog}, at {width}: reaches {over} px out");
            }
            await ada.Page.SetViewportSizeAsync(1280, 900);
            await ada.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(ada.Dialog).ToHaveCountAsync(0);
        }
    }
}
