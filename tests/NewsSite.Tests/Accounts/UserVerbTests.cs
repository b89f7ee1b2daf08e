using System.Diagnostics;
using NewsSite.Tests.Commands;
using NewsSite.Tests.Newsroom;

namespace NewsSite.Tests.Accounts;

public sealed class UserVerbTests : IAsyncLifetime
{
    private const string Password = "granite teapot violin";
    private TestSite _site = null!;

    private string[] Settings => [$"--Data:Directory={Path.Combine(_site.Folder, "data")}", .. _site.DatabaseSettings];

    public async Task InitializeAsync() => _site = await TestSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Somebody_who_was_added_signs_in()
    {
        var added = await RunAsync(Password, "user", "add", "ada@example.org", "--name", "Ada Quill", "--role", "Editor");
        var again = await RunAsync(Password, "user", "add", "ADA@example.org", "--name", "Ada Quill", "--role", "Editor");
        var list = await RunAsync("", "user", "list");
        using var ada = new Visitor(_site);

        Assert.Equal((0, ""), (added.Code, added.Error));
        Assert.Equal(1, again.Code);
        Assert.Contains("has an account already", again.Error);
        Assert.Equal("ada@example.org\tAda Quill\tEditor\topen", list.Output.Trim());
        Assert.NotEqual("/newsroom/login", (await ada.SignInAsync("ada@example.org", Password)).Path);
    }

    [Fact]
    public async Task A_reset_prints_an_address_that_works_once()
    {
        var account = await _site.MakeAccountAsync(email: "ada@example.org", password: Password);
        var reset = await RunAsync("", "user", "reset", account.Email);
        var unknown = await RunAsync("", "user", "reset", "nobody@example.org");
        using var ada = new Visitor(_site);

        Assert.Equal(0, reset.Code);
        Assert.Equal(1, unknown.Code);
        Assert.Contains("nobody@example.org", unknown.Error);
        // The verb runs on the real clock, the site on the test's, which is behind it: the address is good there.
        var set = await ada.PressAsync(await ada.OpenAsync(reset.Output.Trim()), "Set the password", ("Password", "marble kettle oboe"));
        Assert.Equal("/newsroom/login", set.Path);
    }

    [Fact]
    public async Task Wrong_usage_and_faults_have_their_own_codes()
    {
        var noRole = await RunAsync(Password, "user", "add", "ada@example.org", "--name", "Ada");
        var wrongRole = await RunAsync(Password, "user", "add", "ada@example.org", "--name", "Ada", "--role", "King");
        var weak = await RunAsync("short", "user", "add", "ada@example.org", "--name", "Ada", "--role", "Editor");
        var help = await RunAsync("", "user", "add", "--help");

        Assert.Equal(2, noRole.Code);
        Assert.Equal(2, wrongRole.Code);
        Assert.Equal(1, weak.Code);
        Assert.Contains("at least 12 characters", weak.Error);
        Assert.Equal(0, help.Code);
        Assert.Contains("standard input", help.Output);
    }

    [Fact]
    public async Task The_first_start_prints_the_address_of_the_first_account_and_later_ones_with_an_account_do_not()
    {
        var folder = Directory.CreateTempSubdirectory("setup-").FullName;
        string[] settings = [$"--Data:Directory={folder}", "--Data:Provider=Sqlite", $"--Content:Directory={Path.Combine(folder, "none")}", $"--urls=http://localhost:{NewsSite.Tests.Mail.SmtpServer.FreePort()}"];
        try
        {
            var first = await StartUntilAsync("setup?token=", settings);
            var added = await RunAsync(Password, ["user", "add", "ada@example.org", "--name", "Ada", "--role", "Administrator"], settings);
            var second = await StartUntilAsync("Application started", [.. settings, "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information"]);

            Assert.Matches(@"http://localhost:\d+/newsroom/setup\?token=[\w-]{43}\s", first);
            Assert.Equal(0, added.Code);
            Assert.DoesNotContain("token=", second);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Task<(int Code, string Output, string Error)> RunAsync(string input, params string[] args) => RunAsync(input, args, Settings);

    private static Task<(int Code, string Output, string Error)> RunAsync(string input, string[] args, string[] settings) => NewsSiteProcess.TellAsync(input, [.. args, .. settings]);

    private static async Task<string> StartUntilAsync(string sign, string[] settings)
    {
        using var process = NewsSiteProcess.Start(settings);
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            var seen = new System.Text.StringBuilder();
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                seen.AppendLine(line);
                if (line.Contains(sign, StringComparison.Ordinal)) return seen.ToString();
            }
            throw new InvalidOperationException($"It ended without “{sign}”: {seen}{await process.StandardError.ReadToEndAsync(patience.Token)}");
        }
        finally
        {
            if (!process.HasExited) process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
