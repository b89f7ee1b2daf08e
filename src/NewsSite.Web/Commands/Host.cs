using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.Configuration.Memory;
using NewsSite.Core.Modules;
using NewsSite.Web.Accounts.Tokens;
using NewsSite.Web.Api;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Redirects;

namespace NewsSite.Web.Commands;

/// <summary>Puts the program together: settings, features, middleware, each in its order.</summary>
internal static class Host
{
    private static readonly Dictionary<string, string?> QuietLog = new(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "None", // it says nothing that others do not, and has a scope made for each request
    };

    /// <summary>Builds the program without starting it.</summary>
    /// <param name="args">Command line; <c>--Key=value</c> overrides settings.</param>
    /// <param name="adjust">Replaces services, such as the clock in tests; null for none.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = SiteRoot.Find(), ApplicationName = typeof(Host).Assembly.GetName().Name });
        // Weaker than every setting: without appsettings.json a log would hold each query and each request.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = QuietLog });
        if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls("http://localhost:5080");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        // A failed start is told in one line by Verbs, without the host's stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddSingleton(TimeProvider.System);
        foreach (var feature in Features.All) feature.AddServices(builder.Services);
        AddModules(builder);
        adjust?.Invoke(builder.Services);
        var app = builder.Build();
        ModelAhead.Begin(app.Services);
        app.UseApi(); // before the cache: its headers belong on kept answers too
        app.UsePageCache(); // early: a kept page costs nothing of what follows
        app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto }); // believed of a proxy on this machine only
        app.UseMiddleware<NewsroomAnswers>();
        app.UseWhen(http => !http.IsForApi() && !NewsroomAnswers.Cover(http), pages => pages
            .UseExceptionHandler("/problem/500")
            .UseStatusCodePagesWithReExecute("/problem/{0}"));
        app.UseSecurityHeaders(); // after the exception handler, which takes every header off before it shows its own page
        app.UseMovedPages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseNewsroomDoors();
        app.UseIdempotencyKeys(); // after the doors: an answer is repeated only to those who may have it
        app.UsePageMethods();
        foreach (var feature in Features.All) feature.MapRoutes(app);
        return app;
    }

    private static void AddModules(WebApplicationBuilder builder)
    {
        var parts = builder.Services.AddMvcCore().PartManager;
        foreach (var name in builder.Configuration.GetSection("Modules").Get<string[]>() ?? [])
        {
            var file = Path.Combine(AppContext.BaseDirectory, name + ".dll");
            if (!File.Exists(file)) throw new StartupFault($"Modules names “{name}”, but {name}.dll is not beside the program.");
            var assembly = System.Runtime.Loader.AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly)) parts.ApplicationParts.Add(part);
            if (!parts.ApplicationParts.OfType<AssemblyPart>().Any(p => p.Assembly == assembly)) parts.ApplicationParts.Add(new AssemblyPart(assembly));
            foreach (var type in assembly.GetExportedTypes().Where(t => typeof(IModule).IsAssignableFrom(t) && !t.IsAbstract))
                ((IModule)Activator.CreateInstance(type)!).AddServices(builder.Services);
        }
    }
}
