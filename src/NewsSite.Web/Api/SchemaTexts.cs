using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Api;

/// <summary>Says of some types what the framework cannot know.</summary>
internal static class SchemaTexts
{
    public static Task AddAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(PartialDate))
        {
            schema.Type = JsonSchemaType.String;
            schema.Pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
        }
        else if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. (schema.Enum ?? []).Where(word => word is not null && word.GetValueKind() is not System.Text.Json.JsonValueKind.Null)]; // whoever refers to it says whether it may be null
        }
        else if (type == typeof(JsonObject))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Description = "Any JSON object.";
        }
        return Task.CompletedTask;
    }
}
