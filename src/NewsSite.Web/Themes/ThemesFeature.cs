using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Themes;

/// <summary>Finds partials and layouts in the site's theme, and serves the theme's files.</summary>
/// <param name="featureFolders">Folders of features that bring partials.</param>
internal sealed class ThemesFeature(IReadOnlyList<string> featureFolders) : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IReadOnlyList<Theme>>(provider => Theme.Chain(provider.GetRequiredService<IConfiguration>()["Site:Theme"] ?? "Broadsheet"));
        services.AddSingleton<ThemeAssets>();
        services.AddSingleton<AssetFiles>(provider => provider.GetRequiredService<ThemeAssets>());
        services.AddScoped<Slots>();
        // Pages are UTF-8: only what HTML itself reserves is escaped, not every curly quotation mark.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages(o => o.RootDirectory = "/");
        services.AddSingleton<IConfigureOptions<RazorViewEngineOptions>>(provider => new ConfigureOptions<RazorViewEngineOptions>(o =>
            o.ViewLocationExpanders.Add(new ThemeViews([.. provider.GetRequiredService<IReadOnlyList<Theme>>().Select(t => t.Name)], featureFolders))));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{**path}", (HttpContext http, IEnumerable<AssetFiles> all) =>
        {
            if (all.Select(assets => assets.At(http.Request.Path.Value!)).FirstOrDefault(found => found is not null) is not { } asset) return Results.NotFound();
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(asset.Content, asset.ContentType);
        }).ExcludeFromDescription();
        routes.MapRazorPages();
    }
}
