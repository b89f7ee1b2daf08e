using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Newsroom.Registers;

/// <summary>The pages of all registers: a list, a form and a page for deletion, at the addresses that each register names.</summary>
internal sealed class RegistersFeature : IFeature
{
    private const string Folder = "/Newsroom/Registers/";

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<RecordDesk>();
        services.AddSingleton(provider => new NewsroomLink(40, "Registers", "/newsroom/registers", Permission.KeepRegisters)
        {
            Also = [.. provider.GetServices<IRecords>().Select(r => r.Words.ListPath), .. provider.GetServices<RegisterActLink>().Select(a => a.Path)],
        });
        services.AddSingleton<IConfigureOptions<RazorPagesOptions>>(provider => new ConfigureOptions<RazorPagesOptions>(o =>
        {
            string[] paths = [.. provider.GetServices<IRecords>().Select(r => "newsroom/" + r.Words.Path)];
            Map(o, nameof(RecordsPage), paths);
            Map(o, nameof(RecordPage), paths.SelectMany(p => new[] { p + "/new", p + "/{key}" }));
            Map(o, nameof(DeleteRecordPage), paths.Select(p => p + "/{key}/delete"));
        }));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    private static void Map(RazorPagesOptions options, string page, IEnumerable<string> templates) =>
        options.Conventions.AddPageRouteModelConvention(Folder + page, model =>
        {
            model.Selectors.Clear();
            foreach (var template in templates) model.Selectors.Add(new SelectorModel { AttributeRouteModel = new() { Template = template } });
        });
}
