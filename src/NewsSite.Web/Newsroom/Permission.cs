namespace NewsSite.Web.Newsroom;

/// <summary>What somebody with an account is here for.</summary>
public enum Role
{
    /// <summary>Writes stories.</summary>
    Journalist,

    /// <summary>Reads, mends and publishes what others wrote.</summary>
    Editor,

    /// <summary>Reads what readers write.</summary>
    Moderator,

    /// <summary>Keeps accounts and the site.</summary>
    Administrator,
}

/// <summary>Something that only some may do.</summary>
public enum Permission
{
    /// <summary>Sign in and see the newsroom, and keep an account of one's own.</summary>
    UseNewsroom,

    /// <summary>Read drafts and their history.</summary>
    SeeAllStories,

    /// <summary>Write and change stories.</summary>
    WriteStories,

    /// <summary>Approve stories for publication.</summary>
    ApproveStories,

    /// <summary>Show stories to readers, now or later, and take them back.</summary>
    PublishStories,

    /// <summary>Publish a story that nobody has approved, for a reason.</summary>
    ForcePublication,

    /// <summary>Tell readers what was wrong in a story and what is right.</summary>
    CorrectStories,

    /// <summary>Leave notes on stories.</summary>
    LeaveNotes,

    /// <summary>Delete notes that others left.</summary>
    DeleteAnyNote,

    /// <summary>Make links by which people without an account see a draft.</summary>
    MakePreviewLinks,

    /// <summary>Bring pictures into the library.</summary>
    UploadPictures,

    /// <summary>Change, replace and delete pictures of the library.</summary>
    KeepPictures,

    /// <summary>Add and change people, sources and what else the registers hold.</summary>
    KeepRegisters,

    /// <summary>Make one record of two, and delete records that nothing uses.</summary>
    MergeRecords,

    /// <summary>Put an alert above every page that readers see.</summary>
    SetAlerts,

    /// <summary>Approve and refuse comments.</summary>
    ModerateComments,

    /// <summary>Answer readers' comments, with a badge.</summary>
    AnswerComments,

    /// <summary>See what the bulletin will carry, add a line, hold it, skip it and let it go.</summary>
    SendBulletins,

    /// <summary>Make access tokens for one's own programs.</summary>
    UseTokens,

    /// <summary>Read the audit trail.</summary>
    SeeAuditTrail,

    /// <summary>Invite people, change their roles, close accounts.</summary>
    ManageAccounts,
}

/// <summary>Who may do what. This table is the only place that says so.</summary>
public static class Permissions
{
    private static readonly Permission[] Writing =
    [
        Permission.UseNewsroom, Permission.SeeAllStories, Permission.WriteStories, Permission.LeaveNotes,
        Permission.MakePreviewLinks, Permission.UploadPictures, Permission.KeepRegisters, Permission.AnswerComments, Permission.UseTokens,
    ];

    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Journalist] = [.. Writing],
        [Role.Editor] =
        [
            .. Writing, Permission.ApproveStories, Permission.PublishStories, Permission.CorrectStories, Permission.KeepPictures, Permission.MergeRecords, Permission.SeeAuditTrail,
            Permission.DeleteAnyNote, Permission.ModerateComments, Permission.SetAlerts, Permission.SendBulletins,
        ],
        [Role.Moderator] = [Permission.UseNewsroom, Permission.SeeAllStories, Permission.LeaveNotes, Permission.ModerateComments, Permission.AnswerComments, Permission.UseTokens],
        [Role.Administrator] = [.. Enum.GetValues<Permission>()],
    };

    /// <summary>Whether the role has the permission.</summary>
    public static bool Allow(Role role, Permission permission) => Table[role].Contains(permission);

    /// <summary>Everything the role may do, in the order of the enumeration.</summary>
    public static IReadOnlyList<Permission> Of(Role role) => [.. Table[role].Order()];
}
