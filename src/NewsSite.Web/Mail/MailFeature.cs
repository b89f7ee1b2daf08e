using Microsoft.Extensions.Options;
using NewsSite.Web.Hosting;
using NewsSite.Web.Mail.Lines;

namespace NewsSite.Web.Mail;

internal sealed class MailFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptions.Validation>();
        services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateOnStart();
        services.AddSingleton<AddressHash.Known>();
        services.AddScoped<AddressHash>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Post>();
        services.AddSingleton<MailLines>();
        services.AddSingleton<MailSender>();
        services.AddHostedService(provider => provider.GetRequiredService<MailSender>());
        services.AddSingleton<IDoctorCheck, MailDoctor>();
        services.AddSingleton<IDoctorCheck, UnsentMailDoctor>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
