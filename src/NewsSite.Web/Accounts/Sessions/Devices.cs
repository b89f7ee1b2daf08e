namespace NewsSite.Web.Accounts.Sessions;

/// <summary>Names devices by what their browsers say of themselves.</summary>
internal static class Devices
{
    // The order matters: Edge and Opera call themselves Chrome too, Chrome calls itself Safari, and Android calls itself Linux.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>Such as "Firefox on Windows".</summary>
    public static string NameOf(string userAgent) => (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
    {
        ({ } browser, { } system) => $"{browser} on {system}",
        ({ } browser, null) => browser,
        (null, { } system) => $"A browser on {system}",
        _ => "An unknown device",
    };

    private static string? Find((string Sign, string Name)[] all, string userAgent)
    {
        foreach (var (sign, name) in all)
            if (userAgent.Contains(sign, StringComparison.Ordinal)) return name;
        return null;
    }
}
