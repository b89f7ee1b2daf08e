using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Mail;

namespace NewsSite.Tests.Accounts;

/// <summary>The mails that a site has written to its folder.</summary>
internal static partial class Letters
{
    extension(TestSite site)
    {
        /// <summary>The one mail to this address that has not been read yet, when it has come.</summary>
        public async Task<string> LetterToAsync(string email)
        {
            var folder = Path.Combine(site.Folder, "data", "mail");
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (true)
            {
                foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [])
                {
                    var text = await File.ReadAllTextAsync(file, patience.Token);
                    if (!text.Contains($"<{email}>") && !text.Contains($"To: {email}")) continue;
                    File.Delete(file);
                    return text;
                }
                await Task.Delay(20, patience.Token);
            }
        }

        /// <summary>Waits until the outbox is empty, and says how many mails were written to the folder.</summary>
        public async Task<int> CountLettersAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (await site.InDbAsync(db => db.Set<OutgoingMail>().AnyAsync(patience.Token))) await Task.Delay(20, patience.Token);
            var folder = Path.Combine(site.Folder, "data", "mail");
            return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml").Length : 0;
        }
    }

    /// <summary>The address in a mail.</summary>
    public static string LinkIn(string letter) => Link().Match(letter) is { Success: true } link ? link.Value : throw new InvalidOperationException($"No link in: {letter}");

    [GeneratedRegex(@"http://[^\s]+\?token=[\w-]+")]
    private static partial Regex Link();
}
