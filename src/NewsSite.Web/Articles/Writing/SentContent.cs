using System.Text.Json;
using System.Text.Json.Nodes;
using NewsSite.Core.Blocks;
using NewsSite.Web.Api;
using NewsSite.Web.Articles.Drafts;

namespace NewsSite.Web.Articles.Writing;

/// <summary>Reads the content of a story that a program sends.</summary>
internal sealed class SentContent(BlockCatalogue catalogue, KnownSlugs known)
{
    // A story begins with whatever is sent; what is left out of one that exists would be lost.
    private const string Beginning =
        """
        {
          "kind": "news", "headline": "", "standfirst": null, "socialHeadline": null, "socialDescription": null, "bylines": [], "topics": [], "sources": [],
          "leadImage": null, "comments": "site", "blocks": []
        }
        """;

    /// <summary>Reads the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isNew">Whether a story begins with it, so that fields may be left out.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>The content, or else the refusal.</returns>
    public async Task<(DraftContent? Content, IResult? Refusal)> ReadAsync(HttpRequest request, bool isNew, CancellationToken ct)
    {
        if (!request.HasJsonContentType()) return (null, ApiJson.NotJson());
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, SaveDraft.Strict, ct);
            if (json.RootElement.ValueKind is not JsonValueKind.Object || !SaveDraft.IsText(json.RootElement)) return (null, ApiJson.Malformed("it is no object, or holds half a character"));
            var (content, faults) = new ContentReader(catalogue).Read(isNew ? Complete(json.RootElement) : json.RootElement);
            if (faults.Count == 0) faults = await known.FaultsOfAsync(content, ct);
            return faults.Count > 0 ? (null, DraftProblem.Refused(faults)) : (content, null);
        }
        catch (JsonException)
        {
            return (null, ApiJson.Malformed("it is no JSON, or gives a field twice"));
        }
    }

    private static JsonElement Complete(JsonElement given)
    {
        var all = JsonNode.Parse(Beginning)!.AsObject();
        foreach (var field in given.EnumerateObject()) all[field.Name] = JsonNode.Parse(field.Value.GetRawText());
        return JsonSerializer.SerializeToElement(all);
    }
}
