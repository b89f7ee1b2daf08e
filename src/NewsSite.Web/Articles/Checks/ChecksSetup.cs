namespace NewsSite.Web.Articles.Checks;

internal static class ChecksSetup
{
    public static IServiceCollection AddStoryChecks(this IServiceCollection services) => services.AddSingleton<HouseStyle>().AddScoped<ReferenceChecks>().AddScoped<PictureChecks>().AddScoped<StoryChecks>();
}
