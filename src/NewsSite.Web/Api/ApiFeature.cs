using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Api;

/// <summary>The shell of the headless API: paging, errors and documentation. The endpoints are in the folders of what they show.</summary>
internal sealed class ApiFeature : IFeature
{
    public const string Document = "v1";

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<PageLinks>();
        services.AddSingleton<ApiReferences>();
        services.AddSingleton<ApiJson>();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // always served as JSON, never inside HTML
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddOpenApi(Document, openApi =>
        {
            openApi.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            openApi.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) ?? false;
            openApi.CreateSchemaReferenceId = NameOf;
            openApi.AddSchemaTransformer(SchemaTexts.AddAsync);
            openApi.AddOperationTransformer(OperationTexts.AddAsync);
            openApi.AddDocumentTransformer(DocumentTexts.AddAsync);
        });
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapOpenApi($"/openapi/{{documentName:regex(^{Document}$)}}.json");

    // The framework's name for a page of topics would be PageOfOfTopicEntry.
    private static string? NameOf(JsonTypeInfo type) =>
        type.Type.IsGenericType && type.Type.GetGenericTypeDefinition() == typeof(PageOf<>)
            ? $"PageOf{type.Type.GetGenericArguments()[0].Name}"
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
}

/// <summary>Puts the API's common answers into the pipeline.</summary>
internal static class ApiSetup
{
    /// <summary>Comes before the page cache, so that its own headers are on every answer, kept or not.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app.UseMiddleware<ApiAnswers>();

    /// <summary>Whether a program asks rather than a reader: mistakes are then told as problem details and not by a page.</summary>
    public static bool IsForApi(this HttpContext http)
    {
        var path = http.Request.Path;
        return (path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !path.StartsWithSegments("/api/docs", StringComparison.OrdinalIgnoreCase))
            || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
    }
}
