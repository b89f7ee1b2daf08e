namespace NewsSite.Web.Jobs.Importing;

/// <summary>The columns of a file of vacancies, and what else recruiters and their programs call them.</summary>
internal static class VacancyColumns
{
    public const string Reference = "reference", Title = "title", Recruiter = "recruiter", Place = "place", Pay = "pay", Hours = "hours", Work = "work", Words = "words", Apply = "apply", Opens = "opens", Closes = "closes";

    /// <summary>Those that every row must fill.</summary>
    public static readonly IReadOnlyList<string> Required = [Reference, Title, Recruiter, Pay, Words, Closes];

    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        [Reference] = ["reference", "ref", "referencenumber", "jobreference", "jobref", "vacancyreference", "requisitionid", "jobid", "id", "guid", "identifier"],
        [Title] = ["title", "jobtitle", "post", "posttitle", "position"],
        [Recruiter] = ["recruiter", "employer", "company", "organisation", "organization", "hiringorganization", "author", "creator"],
        [Place] = ["place", "location", "joblocation", "address", "city", "town"],
        [Pay] = ["pay", "salary", "basesalary", "salaryrange", "payrange"],
        [Hours] = ["hours", "workinghours", "workhours"],
        [Work] = ["work", "jobtype", "employmenttype", "contracttype", "workpattern", "type"],
        [Words] = ["words", "text", "encoded", "content", "description", "summary", "jobdescription", "advert"],
        [Apply] = ["apply", "applyurl", "applyaddress", "applicationurl", "url", "link"],
        [Opens] = ["opens", "opening", "opendate", "published", "pubdate", "dateposted", "date", "startdate"],
        [Closes] = ["closes", "closing", "closingdate", "expires", "expirationdate", "expirydate", "validthrough", "deadline", "enddate"],
    };

    /// <summary>The column that a heading or an element means, and how well it says so, least best; null when it means none.</summary>
    public static (string Column, int Rank)? Meant(string heading)
    {
        var bare = string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        foreach (var (column, names) in Names)
            if (Array.IndexOf(names, bare) is >= 0 and var rank) return (column, rank);
        return null;
    }
}
