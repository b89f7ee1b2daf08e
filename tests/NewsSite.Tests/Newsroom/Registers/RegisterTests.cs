using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Newsroom.Registers;

/// <summary>What is the same in every register.</summary>
public sealed class RegisterTests
{
    [Theory]
    [MemberData(nameof(ARecord.Paths), MemberType = typeof(ARecord))]
    public async Task A_record_is_added_found_changed_and_deleted(string path)
    {
        var record = ARecord.Of(path);
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);

        Assert.Contains("There is nothing here yet", await ada.GetStringAsync(record.List));
        await ada.AddRecordAsync(record);
        var list = await ada.GetStringAsync(record.List);
        var found = await ada.GetStringAsync($"{record.List}?q={Uri.EscapeDataString(record.Search)}");
        var missed = await ada.GetStringAsync($"{record.List}?q=zebra");
        var registers = await ada.GetStringAsync("/newsroom/registers");

        Assert.Contains($">{record.Name}</a>", list);
        Assert.Contains($">{record.Name}</a>", found);
        Assert.DoesNotContain($">{record.Name}</a>", missed);
        Assert.Contains("aria-current=\"true\">Registers</a>", list);
        Assert.Contains($"href=\"{record.List}\"", registers);

        var changed = record.With(record.Other.Field, record.Other.Value);
        using var saved = await ada.SendFormAsync(record.Address, changed.Fields.Append(KeyOf(record)), await ada.VersionAsync(record.Address));
        var form = await ada.GetStringAsync(record.Address);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains(record.Other.Value, form);

        var version = await ada.VersionAsync(record.Delete);
        using var deleted = await ada.SendFormAsync(record.Delete, [], version);
        using var gone = await ada.GetAsync(record.Address);

        Assert.Equal(record.List, deleted.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [MemberData(nameof(ARecord.Paths), MemberType = typeof(ARecord))]
    public async Task What_is_missing_is_said_beside_the_field_and_above_the_form_and_what_was_typed_stays(string path)
    {
        var record = ARecord.Of(path);
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var other = record.Fields.Where(f => f.Key != record.Required && !f.Key.Contains('-', StringComparison.Ordinal) && f.Key != "period" && f.Key != "slot").FirstOrDefault(KeyValuePair.Create("slug", "a-slug-of-mine"));

        var page = await ada.PageAfterAsync(record.List + "/new", record.With(record.Required, " ").With(other.Key, other.Value).Fields);

        Assert.Contains($"href=\"#{record.Required}\"", page);
        Assert.Contains($"id=\"{record.Required}-error\"", page);
        Assert.Contains($"aria-describedby=\"{record.Required}-error", page);
        Assert.Contains(other.Value, page);
        Assert.Contains("Nothing has been saved", page);
        Assert.Contains("There is nothing here yet", await ada.GetStringAsync(record.List));
    }

    [Theory]
    [MemberData(nameof(ARecord.Paths), MemberType = typeof(ARecord))]
    public async Task Of_two_who_change_a_record_the_later_is_told_and_loses_nothing(string path)
    {
        var record = ARecord.Of(path);
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Journalist, "Ada Quill");
        using var ben = await site.SignInAsync(Role.Journalist, "Ben Stone");
        await ada.AddRecordAsync(record);
        var opened = await ada.VersionAsync(record.Address);
        var (field, value) = record.Other;
        var mine = field == "to" ? "/corrections" : "Mine";

        using var first = await ada.SendFormAsync(record.Address, record.With(field, value).Fields.Append(KeyOf(record)), opened);
        var told = await ben.PageAfterAsync(record.Address, record.With(field, mine).Fields.Append(KeyOf(record)), opened);
        var stored = await ben.GetStringAsync(record.Address);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Contains("Ada Quill on 4 May 2026 at 10:00 changed this after you opened it", told);
        Assert.Contains($"There is now: {value}", told);
        Assert.Contains(mine, told);
        Assert.Contains(value, stored);

        using var second = await ben.SendFormAsync(record.Address, record.With(field, mine).Fields.Append(KeyOf(record)), await ben.VersionAsync(record.Address));

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Contains(mine, await ben.GetStringAsync(record.Address));
    }

    [Theory]
    [MemberData(nameof(ARecord.Paths), MemberType = typeof(ARecord))]
    public async Task A_record_that_somebody_has_deleted_meanwhile_leaves_what_was_typed(string path)
    {
        var record = ARecord.Of(path);
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        await ada.AddRecordAsync(record);
        var opened = await ada.VersionAsync(record.Address);
        using var deleted = await ada.SendFormAsync(record.Delete, [], opened);

        var page = await ada.PageAfterAsync(record.Address, record.With(record.Other.Field, record.Other.Value).Fields.Append(KeyOf(record)), opened);

        Assert.Contains("is no longer here", page);
        Assert.Contains(record.Other.Value, page);
    }

    [Theory]
    [MemberData(nameof(ARecord.Paths), MemberType = typeof(ARecord))]
    public async Task An_import_of_the_same_files_does_not_undo_what_the_newsroom_has_done(string path)
    {
        var record = ARecord.Of(path);
        await using var first = await TestSite.StartAsync();
        using var editor = await first.SignInAsync(Role.Editor);
        await editor.AddRecordAsync(record);
        var files = await first.ExportToAsync("files");
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        await site.ImportFromAsync(files);
        using var changed = await ada.SendFormAsync(record.Address, record.With(record.Other.Field, record.Other.Value).Fields.Append(KeyOf(record)), await ada.VersionAsync(record.Address));

        var again = await site.ImportFromAsync(files);

        Assert.Empty(again.Faults);
        Assert.Contains(record.Other.Value, await ada.GetStringAsync(record.Address));

        using var deleted = await ada.SendFormAsync(record.Delete, [], await ada.VersionAsync(record.Delete));
        await site.ImportFromAsync(files);

        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync(record.Address)).StatusCode);

        await site.ImportFromAsync(files, force: true);

        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync(record.Address)).StatusCode);
        Assert.Equal(0, await site.InDbAsync(db => db.RecordEdits.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_has_changed_since_the_newsroom_edited_its_record_is_refused_and_named()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        var topic = ARecord.Of("topics");
        await ada.AddRecordAsync(topic);
        var files = await site.ExportToAsync("files");
        var file = Path.Combine(files, "topics", "coast.yml");
        await File.WriteAllTextAsync(file, "name: Seaside\n");

        var refused = await site.ImportFromAsync(files);

        var fault = Assert.Single(refused.Faults);
        Assert.Contains("topics/coast.yml:1: “coast” has been edited in the newsroom by Ada Quill since its last import.", fault);
        Assert.Contains("Coast", await ada.GetStringAsync(topic.Address));

        await site.ImportFromAsync(files, force: true);

        Assert.Contains("Seaside", await ada.GetStringAsync(topic.Address));
    }

    [Fact]
    public async Task A_list_has_pages_and_says_how_many_records_there_are()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(Enumerable.Range(1, 95).Select(i => new Web.People.Person { Slug = $"p{i}", Name = $"Person {i:000}" }), "people");
        using var ada = await site.SignInAsync();

        var first = await ada.GetStringAsync("/newsroom/people");
        var last = await ada.GetStringAsync("/newsroom/people?page=3");
        var some = await ada.GetStringAsync("/newsroom/people?q=pers&page=2");

        Assert.Contains("95 people. Everybody", first);
        Assert.Contains("Page 1 of 3", first);
        Assert.Contains("Person 040", first);
        Assert.DoesNotContain("Person 041", first);
        Assert.Contains("Person 095", last);
        Assert.Contains("href=\"/newsroom/people?q=pers\"", some);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync("/newsroom/people?page=4")).StatusCode);
    }

    private static KeyValuePair<string, string> KeyOf(ARecord record) => KeyValuePair.Create("slug", record.Key);
}
