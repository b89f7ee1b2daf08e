using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>Who does something to an article.</summary>
/// <param name="Id">The account; null when it is no person.</param>
/// <param name="Name">The name, kept with what was done.</param>
public readonly record struct Actor(Guid? Id, string Name)
{
    /// <summary>Content files.</summary>
    public static readonly Actor Import = new(null, "import");

    /// <summary>The clock, for what somebody chose a minute for.</summary>
    public static readonly Actor Schedule = new(null, "schedule");

    /// <summary>Whoever is asking.</summary>
    public static Actor Of(ICurrentAccount who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return new(who.Id, who.Name);
    }
}
