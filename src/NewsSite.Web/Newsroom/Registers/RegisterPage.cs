using NewsSite.Web.Data;

namespace NewsSite.Web.Newsroom.Registers;

/// <summary>A page of one register, which its address names.</summary>
public abstract class RegisterPage(IEnumerable<IRecords> registers, ICurrentAccount who) : NewsroomPage
{
    /// <summary>The register.</summary>
    public IRecords Records => registers.First(r => string.Equals(r.Words.Path, Request.Path.Value!.Split('/')[2], StringComparison.OrdinalIgnoreCase));

    /// <summary>What it is called.</summary>
    public RegisterWords Words => Records.Words;

    /// <summary>The record's key from the address; null on a page of none.</summary>
    protected string? Key => Request.Query["key"] is [{ Length: > 0 } key] ? key : (string?)RouteData.Values["key"];

    /// <summary>Whether whoever looks may.</summary>
    public bool May(Permission permission) => who.May(permission);

    /// <summary>Who did something last and when, as the newsroom tells it; null for nobody.</summary>
    protected static string? Told(RecordEdit? edit, TimeZoneInfo zone) =>
        edit is null ? null : $"{edit.By} on {TimeZoneInfo.ConvertTime(edit.At, zone):d MMMM yyyy} at {TimeZoneInfo.ConvertTime(edit.At, zone):H:mm}";
}
