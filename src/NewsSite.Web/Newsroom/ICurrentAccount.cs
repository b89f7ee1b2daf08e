namespace NewsSite.Web.Newsroom;

/// <summary>Who is asking: the account behind the cookie or the access token of this request.</summary>
public interface ICurrentAccount
{
    /// <summary>Whether somebody is signed in. The rest has meaning only then.</summary>
    bool IsSignedIn { get; }

    /// <summary>The account's id.</summary>
    Guid Id { get; }

    /// <summary>The name as colleagues see it, kept with everything that is saved.</summary>
    string Name { get; }

    /// <summary>One or two letters for small places.</summary>
    string Initials { get; }

    /// <summary>What they are here for.</summary>
    Role Role { get; }

    /// <summary>The access token by which a program asks in their name; null for somebody on a device.</summary>
    AskingToken? Token { get; }

    /// <summary>Whether they may; false for nobody. An access token may less than its owner.</summary>
    bool May(Permission permission);
}

/// <summary>The access token of a program that asks.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">What its owner knows it by.</param>
public sealed record AskingToken(Guid Id, string Name);
