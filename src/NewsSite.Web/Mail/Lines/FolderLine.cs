namespace NewsSite.Web.Mail.Lines;

/// <summary>Writes each mail into a file of its own, named by its Message-ID.</summary>
internal sealed class FolderLine(string folder) : IMailLine
{
    public async Task<LineAnswer> SendAsync(MimeMail mail, Func<Task<bool>> begin, CancellationToken ct)
    {
        try
        {
            var making = Path.Combine(folder, ".making");
            Directory.CreateDirectory(making);
            var name = $"{mail.MessageId.Split('@')[0]}.eml";
            if (!await begin()) return new(LineOutcome.Left);
            await File.WriteAllBytesAsync(Path.Combine(making, name), mail.Write(forPeople: true), ct);
            File.Move(Path.Combine(making, name), Path.Combine(folder, name), overwrite: true);
            return new(LineOutcome.Taken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(LineOutcome.Later, e.GetType().Name);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
