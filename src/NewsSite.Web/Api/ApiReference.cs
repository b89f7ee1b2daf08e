namespace NewsSite.Web.Api;

/// <summary>The API's documentation for people, told by the OpenAPI document.</summary>
/// <param name="Title">Its title.</param>
/// <param name="About">What holds for all of it, in CommonMark.</param>
/// <param name="Groups">The operations by subject.</param>
/// <param name="Shapes">What answers are made of, by name.</param>
public sealed record ApiReference(string Title, string About, IReadOnlyList<ApiGroup> Groups, IReadOnlyList<ApiShape> Shapes);

/// <summary>The operations of a subject.</summary>
/// <param name="Name">The subject.</param>
/// <param name="Description">A sentence about it.</param>
/// <param name="Operations">Its operations.</param>
public sealed record ApiGroup(string Name, string Description, IReadOnlyList<ApiOperation> Operations);

/// <summary>Something that the API does.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Method">GET, and so on.</param>
/// <param name="Path">Its path, with parameters in braces.</param>
/// <param name="Summary">What it does, one line.</param>
/// <param name="Description">What else there is to know.</param>
/// <param name="Parameters">What can be asked.</param>
/// <param name="Answers">What it answers.</param>
/// <param name="Body">What it takes; null for nothing.</param>
/// <param name="Shape">Name of the shape of its answer; null for none.</param>
/// <param name="Example">An answer as indented JSON; null for none.</param>
public sealed record ApiOperation(
    string Id, string Method, string Path, string Summary, string Description, IReadOnlyList<ApiField> Parameters, IReadOnlyList<ApiStatus> Answers, ApiBody? Body, string? Shape, string? Example);

/// <summary>What an operation takes.</summary>
/// <param name="Description">What it is.</param>
/// <param name="ContentType">Such as application/json.</param>
/// <param name="Shape">Name of its shape; null for none.</param>
/// <param name="Example">One as indented JSON; null for none.</param>
public sealed record ApiBody(string Description, string ContentType, string? Shape, string? Example);

/// <summary>An answer's status.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="When">When it is given.</param>
public sealed record ApiStatus(string Status, string When);

/// <summary>An object that answers hold.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is; empty for nothing to say.</param>
/// <param name="Fields">Its fields; empty when it is no object.</param>
/// <param name="Type">What it is when it is no object; null otherwise.</param>
public sealed record ApiShape(string Name, string Description, IReadOnlyList<ApiField> Fields, ApiType? Type);

/// <summary>A field of a shape, or a parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where a parameter stands: path, query or header; null for a field.</param>
/// <param name="Type">Its type.</param>
/// <param name="Description">What it means; empty for nothing to say.</param>
/// <param name="Required">Whether it is always there.</param>
public sealed record ApiField(string Name, string? Place, ApiType Type, string Description, bool Required);

/// <summary>A type in words, with the shapes it is made of.</summary>
/// <param name="Before">The words before the shape, such as "list of".</param>
/// <param name="Shapes">Names of the shapes; empty for a plain type, which is then in <paramref name="Before"/>.</param>
/// <param name="After">The words after it, such as "or null".</param>
public sealed record ApiType(string Before, IReadOnlyList<string> Shapes, string After);
