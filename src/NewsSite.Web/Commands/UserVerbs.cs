using System.CommandLine;
using System.Text;
using NewsSite.Web.Accounts;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Commands;

/// <summary>Accounts from the command line, for the operator of the machine.</summary>
internal static class UserVerbs
{
    public static Command Make(string[] settings) => new("user", "Adds accounts, opens the way to a new password, lists who has one.") { Add(settings), Reset(settings), List(settings) };

    private static Command Add(string[] settings)
    {
        var email = new Argument<string>("EMAIL") { Description = "What they sign in with." };
        var name = new Option<string>("--name") { Description = "As colleagues see it.", Required = true };
        var role = new Option<string>("--role") { Description = "What they are here for.", Required = true };
        role.AcceptOnlyFromAmong(Enum.GetNames<Role>());
        var verb = new Command("add", "Adds an account. The password is read from standard input, or asked for without showing it; it has at least 12 characters.") { email, name, role };
        verb.SetAction((p, ct) => VerbHost.RunAsync(settings, async services =>
        {
            var password = await ReadPasswordAsync(ct);
            var faults = await services.GetRequiredService<UserActs>().AddAsync(p.GetRequiredValue(email).Trim(), p.GetRequiredValue(name).Trim(), Enum.Parse<Role>(p.GetRequiredValue(role)), password, ct);
            foreach (var fault in faults) await Console.Error.WriteLineAsync(fault);
            if (faults.Count > 0) return 1;
            await Console.Out.WriteLineAsync($"{p.GetRequiredValue(email)} can sign in now, as {p.GetRequiredValue(role)}.");
            return 0;
        }, ct));
        return verb;
    }

    private static Command Reset(string[] settings)
    {
        var email = new Argument<string>("EMAIL") { Description = "What they sign in with." };
        var twoSteps = new Option<bool>("--turn-off-two-step") { Description = "Turn two-step sign-in off too, for somebody who has lost the app and the recovery codes." };
        var verb = new Command("reset", "Prints an address at which a new password can be chosen once, within an hour. Two-step sign-in stays as it is unless you say otherwise.") { email, twoSteps };
        verb.SetAction((p, ct) => VerbHost.RunAsync(settings, async services =>
        {
            if (await services.GetRequiredService<UserActs>().ResetAsync(p.GetRequiredValue(email).Trim(), p.GetValue(twoSteps), ct) is not { } address)
            {
                await Console.Error.WriteLineAsync($"No open account has the e-mail address {p.GetRequiredValue(email)}; “user list” shows them all.");
                return 1;
            }
            await Console.Out.WriteLineAsync(address);
            return 0;
        }, ct));
        return verb;
    }

    private static Command List(string[] settings)
    {
        var verb = new Command("list", "Lists accounts: e-mail address, name, role, and whether they are disabled, with tabs between.");
        verb.SetAction((_, ct) => VerbHost.RunAsync(settings, async services =>
        {
            foreach (var account in await services.GetRequiredService<UserActs>().AllAsync(ct))
                await Console.Out.WriteLineAsync($"{account.Email}\t{account.Name}\t{account.Role}\t{(account.DisabledAt is null ? "open" : "disabled")}");
            return 0;
        }, ct));
        return verb;
    }

    private static async Task<string?> ReadPasswordAsync(CancellationToken ct)
    {
        if (Console.IsInputRedirected) return await Console.In.ReadLineAsync(ct);
        await Console.Error.WriteAsync("Password: ");
        var password = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key is ConsoleKey.Backspace) password.Length = Math.Max(0, password.Length - 1);
            else if (!char.IsControl(key.KeyChar)) password.Append(key.KeyChar);
        }
        await Console.Error.WriteLineAsync();
        return password.ToString();
    }
}
