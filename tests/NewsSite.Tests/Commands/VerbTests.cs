using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using NewsSite.Tests.Exchange;
using NewsSite.Web.Commands;

namespace NewsSite.Tests.Commands;

public sealed class VerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("verbs-").FullName;

    private string[] Settings => [$"--Data:Directory={Path.Combine(_folder, "data")}", "--Data:Provider=Sqlite", $"--Content:Directory={Path.Combine(_folder, "none")}", "--urls=http://127.0.0.1:0"];

    [Theory]
    [InlineData("--help", "import")]
    [InlineData("serve --help", "until it is told to stop")]
    [InlineData("import --help", "--dry-run")]
    [InlineData("export --help", "--format")]
    [InlineData("migrate --help", "database")]
    [InlineData("doctor --help", "every fault")]
    [InlineData("user --help", "reset")]
    public async Task Every_verb_explains_itself(string line, string expected)
    {
        var (code, output, _) = await NewsSiteProcess.RunAsync(line.Split(' '));

        Assert.Equal(0, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("import")]
    [InlineData("import a b")]
    [InlineData("import a --dryrun")]
    [InlineData("export a --format html")]
    public async Task Wrong_usage_is_2(string line)
    {
        var (code, output, error) = await NewsSiteProcess.RunAsync(line.Split(' '));

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData("--Site:TimeZone=Mars", "Site:TimeZone is “Mars”; expected an IANA time zone such as Europe/London.")]
    [InlineData("--Data:Provider=Oracle", "Data:Provider is “Oracle”; expected Sqlite, PostgreSql.")]
    public async Task A_wrong_setting_stops_the_start_in_one_line(string setting, string expected)
    {
        var (code, _, error) = await NewsSiteProcess.RunAsync([.. Settings, setting]);

        Assert.Equal(1, code);
        Assert.Equal(expected, error.Trim());
    }

    [Fact]
    public async Task A_data_directory_that_is_none_stops_the_start_in_one_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "data"), "a file");

        var (code, output, error) = await NewsSiteProcess.RunAsync(Settings);

        Assert.Equal(1, code);
        Assert.StartsWith("Data:Directory is ", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_stops_the_start_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, output, error) = await NewsSiteProcess.RunAsync([.. Settings[..3], $"--urls=http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}"]);

        Assert.Equal(1, code);
        Assert.Contains("address already in use", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_and_a_locked_database_stop_the_start_in_one_line()
    {
        await NewsSiteProcess.RunAsync(["migrate", .. Settings]);
        var file = Path.Combine(_folder, "data", "newssite.db");
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('9999_Later', '99')";
        await command.ExecuteNonQueryAsync();

        var newer = await NewsSiteProcess.RunAsync(Settings);
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync();
        var locked = await NewsSiteProcess.RunAsync([.. Settings, $"--ConnectionStrings:NewsSite=Data Source={file};Default Timeout=1"]);

        Assert.Equal(1, newer.Code);
        Assert.Contains("by a newer NewsSite (it knows “9999_Later”", Assert.Single(newer.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(1, locked.Code);
        Assert.Contains("locked", Assert.Single(locked.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_names_each_fault_on_a_line_and_changes_nothing()
    {
        var sick = await NewsSiteProcess.RunAsync(["doctor", .. Settings]);
        Assert.False(Directory.Exists(Path.Combine(_folder, "data")));
        await NewsSiteProcess.RunAsync(["migrate", .. Settings]);
        var well = await NewsSiteProcess.RunAsync(["doctor", .. Settings]);

        Assert.Equal(1, sick.Code);
        Assert.Contains("Database: there is none yet", sick.Error, StringComparison.Ordinal);
        Assert.Contains("Data directory: ", sick.Error, StringComparison.Ordinal);
        Assert.Contains("Database: well", well.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_with_faults_stops_the_first_start_with_all_of_them()
    {
        using var content = new ContentDirectory();
        content.Write("articles/a.md", "x").Write("articles/b.md", "y");

        var (code, _, error) = await NewsSiteProcess.RunAsync([.. Settings, $"--Content:Directory={content.Path}"]);

        Assert.Equal(1, code);
        Assert.Equal(3, error.Trim().Split('\n').Count(line => !line.StartsWith("Reading: ", StringComparison.Ordinal))); // on a slow machine it says how far it has come
    }

    [Fact]
    public void Settings_are_told_from_options()
    {
        var (settings, words) = SettingArguments.Split(["import", "--Site:Name=A", "dir", "--dry-run", "--urls", "http://x", "--Modules=Y"]);

        Assert.Equal(["--Site:Name=A", "--urls=http://x", "--Modules=Y"], settings);
        Assert.Equal(["import", "dir", "--dry-run"], words);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
