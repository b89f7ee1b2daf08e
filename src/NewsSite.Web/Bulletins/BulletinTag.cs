namespace NewsSite.Web.Bulletins;

/// <summary>The tag of changes that whoever sends bulletins has to look at.</summary>
internal static class BulletinTag
{
    public const string Name = "bulletins";
}
