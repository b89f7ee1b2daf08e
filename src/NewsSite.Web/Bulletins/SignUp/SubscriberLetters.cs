using NewsSite.Web.Mail;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Bulletins.SignUp;

/// <summary>What single mails to subscribers say.</summary>
internal sealed class SubscriberLetters(Site site, BulletinLinks links, WantedNames names)
{
    public async Task<Letter> ConfirmAsync(Subscriber to, Consent asked, CancellationToken ct)
    {
        var what = await names.WordsAsync(asked.What.Select(Wanted.Parse).OfType<Wanted>(), ct);
        return new(to.Email, $"Confirm that {site.Name} may write to you", $"""
            Hello,

            somebody, we hope you, asked for this at {site.Name} with this e-mail address:

            {string.Join('\n', what.Select(w => $"- {w}"))}

            Open this link and press the button to confirm. It works once, and is good for seven days.
            {site.Address($"/bulletin/confirm/{links.Make(BulletinLink.Confirm, asked.Id)}")}

            If it was not you, do nothing: nothing more will come.

            {site.Name}
            {site.Address("/")}
            """);
    }

    public Letter Already(Subscriber to) => new(to.Email, $"You get this from {site.Name} already", $"""
        Hello,

        somebody, we hope you, signed up at {site.Name} with this e-mail address. You get what was asked for already, so there is nothing to do.

        See, change or stop what you get:
        {site.Address($"/bulletin/yours/{links.Make(BulletinLink.Yours, to.Id)}")}

        {site.Name}
        {site.Address("/")}
        """);
}
