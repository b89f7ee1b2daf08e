using Microsoft.Extensions.DependencyInjection;
using NewsSite.Core.Modules;

namespace NewsSite.SampleModule;

/// <summary>Adds what the meeting block needs beside itself.</summary>
public sealed class MeetingsModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<MeetingWords>();
}

/// <summary>The words of the meeting block that a site may replace with its own.</summary>
public sealed class MeetingWords
{
    /// <summary>The text of the link to the agenda.</summary>
    public string Agenda { get; init; } = "Read the agenda";
}
