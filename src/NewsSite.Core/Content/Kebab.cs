namespace NewsSite.Core.Content;

/// <summary>Names of enumerations as content files write them: <c>RightOfReply</c> is <c>right-of-reply</c>.</summary>
public static class Kebab
{
    /// <summary>The name as content files write it.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>Reads the name; false when the enumeration has none such.</summary>
    public static bool TryParse<TEnum>(string text, out TEnum value)
        where TEnum : struct, Enum
    {
        foreach (var each in Enum.GetValues<TEnum>())
        {
            if (Of(each) != text) continue;
            value = each;
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>The names in a row, for messages.</summary>
    public static string Choices<TEnum>()
        where TEnum : struct, Enum => string.Join(", ", Enum.GetValues<TEnum>().Select(Of));
}
