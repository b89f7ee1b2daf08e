using NewsSite.Web.Data;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Commands;

/// <summary>Whether mail has somewhere to go.</summary>
internal sealed class MailDoctor(IConfiguration settings, DataPlace place) : IDoctorCheck
{
    public string Name => "Mail";

    private static readonly string[] NeededForSmtp = ["Mail:Host", "Mail:From"];

    public bool NeedsDatabase => false;

    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        var mode = settings["Mail:Mode"] ?? "Directory";
        IReadOnlyList<string> faults = mode switch
        {
            "Directory" when File.Exists(Path.Combine(place.Directory, "mail")) => [$"“{Path.Combine(place.Directory, "mail")}” is a file where the folder of outgoing mail should be: move it away."],
            "Directory" => [],
            "Smtp" => [.. from key in NeededForSmtp where string.IsNullOrWhiteSpace(settings[key]) select $"{key} is missing; Mail:Mode Smtp needs it."],
            _ => [$"Mail:Mode is “{mode}”; expected Directory or Smtp."],
        };
        return Task.FromResult(faults);
    }
}
