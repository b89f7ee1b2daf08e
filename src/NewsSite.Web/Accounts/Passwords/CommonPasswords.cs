namespace NewsSite.Web.Accounts.Passwords;

/// <summary>
/// Finds the passwords that everybody thinks of. Lists of leaked passwords are long because they hold the same few hundred words over and over: doubled, with a year,
/// with 123 and an exclamation mark, with @ for a. So the list here is of the pieces, written down by us from what such lists have in common
/// (see <see cref="CommonWords"/>), and a password is refused when three pieces make it up. That stands for several million passwords of twelve characters and more.
/// </summary>
internal static class CommonPasswords
{
    private const int Most = 6; // three pieces, in halves
    private const int Piece = 2, Sign = 1, Letter = 3;

    // Rows of keys and the ways that fingers walk over them, forwards and backwards.
    private static readonly string[] Walks = WithBackwards(
    [
        "qwertyuiop[]", "asdfghjkl;'#", "zxcvbnm,./", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop", "yxcvbnm", "12345678901234567890", "abcdefghijklmnopqrstuvwxyz",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "q2w3e4r5t6y7u8i9o0", "zaq12wsxcde34rfvbgt56yhnmju78ik",
        "!qaz@wsx#edc$rfv", "!@#$%^&*()", "!\"£$%^&*()", "a1b2c3d4e5f6g7h8i9j0", "1a2b3c4d5e6f7g8h9i0j", "147258369", "159357", "741852963", "02468", "13579",
    ]);

    /// <summary>Whether a password is easily thought of.</summary>
    /// <param name="password">The password.</param>
    /// <param name="near">Names and addresses that belong to the person or the site.</param>
    public static bool IsEasy(string password, IEnumerable<string> near)
    {
        var own = near.SelectMany(PiecesOf).Where(p => p.Length >= 3).ToHashSet(StringComparer.Ordinal);
        var plain = string.Concat(password.ToLowerInvariant().Split([' ', '-', '_', '.']));
        return IsCheap(plain, own) || IsCheap(CommonWords.Unmask(plain, everywhere: false), own) || IsCheap(CommonWords.Unmask(plain, everywhere: true), own);
    }

    private static bool IsCheap(string text, HashSet<string> own) => CostOf(text, own) <= Most || (PeriodOf(text) is { } period && CostOf(text[..period], own) <= Most + Piece);

    // The cheapest way to put the text together from pieces.
    private static int CostOf(string text, HashSet<string> own)
    {
        var cost = new int[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            var last = text[end - 1];
            cost[end] = cost[end - 1] + (char.IsLetter(last) ? Letter : Sign);
            for (var start = 0; start <= end - 2; start++)
                if (cost[start] + Sign < cost[end]) cost[end] = Math.Min(cost[end], cost[start] + PriceOf(text.AsSpan(start, end - start), own));
        }
        return cost[text.Length];
    }

    // What is the person's own is what somebody who knows them tries first.
    private static int PriceOf(ReadOnlySpan<char> text, HashSet<string> own) =>
        own.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text) ? Sign : IsPiece(text) ? Piece : text.Length * Letter;

    private static bool IsPiece(ReadOnlySpan<char> text) =>
        CommonWords.Has(text) || (text.Length > 2 && (IsYear(text) || text.IndexOfAnyExcept(text[0]) < 0 || IsWalk(text)));

    private static bool IsYear(ReadOnlySpan<char> text) => text.Length == 4 && (text.StartsWith("19") || text.StartsWith("20")) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]);

    private static bool IsWalk(ReadOnlySpan<char> text)
    {
        foreach (var walk in Walks)
            if (walk.AsSpan().Contains(text, StringComparison.Ordinal)) return true;
        return false;
    }

    // Null unless the whole text is one part over and over.
    private static int? PeriodOf(string text)
    {
        for (var period = 1; period <= text.Length / 2; period++)
            if (text.AsSpan(period).SequenceEqual(text.AsSpan(0, text.Length - period))) return period;
        return null;
    }

    // The whole without what is between the words, and each word.
    private static IEnumerable<string> PiecesOf(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', '.', '-', '_', '+', '@', '\'', '’', '&', '/'], StringSplitOptions.RemoveEmptyEntries);
        return [string.Concat(words), .. words];
    }

    private static string[] WithBackwards(string[] walks) => [.. walks, .. walks.Select(w => new string([.. w.Reverse()]))];
}
