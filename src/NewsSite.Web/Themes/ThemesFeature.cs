using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Themes;

/// <summary>Finds partials and layouts in the theme, and serves the themes' files.</summary>
/// <param name="featureFolders">Folders of features that bring partials.</param>
internal sealed class ThemesFeature(IReadOnlyList<string> featureFolders) : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ThemeShelf>();
        services.AddSingleton(provider => provider.GetRequiredService<ThemeShelf>().Site.Assets);
        services.AddSingleton<AssetFiles>(provider => provider.GetRequiredService<ThemeAssets>());
        services.AddScoped<Slots>();
        // Pages are UTF-8: only what HTML itself reserves is escaped, not every curly quotation mark.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages(o => o.RootDirectory = "/");
        services.AddSingleton<IConfigureOptions<RazorViewEngineOptions>>(provider => new ConfigureOptions<RazorViewEngineOptions>(o =>
            o.ViewLocationExpanders.Add(new ThemeViews(provider.GetRequiredService<ThemeShelf>(), featureFolders))));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{**path}", (HttpContext http, IEnumerable<AssetFiles> all, ThemeShelf themes) =>
        {
            var path = http.Request.Path.Value!;
            if ((all.Select(assets => assets.At(path)).FirstOrDefault(found => found is not null) ?? themes.At(path)) is not { } asset) return Results.NotFound();
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            if (asset.ContentType != "image/svg+xml") http.TakePageHeaders(); // a drawing can be opened as a page
            return Results.Bytes(asset.Content, asset.ContentType);
        }).ExcludeFromDescription();
        // Browsers ask for it here of their own accord, also for pages of the newsroom and for answers that are no pages.
        routes.MapGet("/favicon.ico", (HttpContext http, ThemeShelf themes) =>
        {
            if (themes.Site.Assets.Icon is not { } icon) return Results.NotFound();
            http.Response.Headers.CacheControl = "public, max-age=86400";
            return Results.Bytes(icon.Content, icon.ContentType);
        }).ExcludeFromDescription();
        routes.MapRazorPages();
    }
}
