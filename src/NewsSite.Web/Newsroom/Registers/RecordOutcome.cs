using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Forms;

namespace NewsSite.Web.Newsroom.Registers;

/// <summary>What became of an act on a record.</summary>
public abstract record RecordOutcome
{
    /// <summary>It is done.</summary>
    /// <param name="Record">The record as it is, or was.</param>
    public sealed record Done(StoredRecord Record) : RecordOutcome;

    /// <summary>The form has faults; nothing is saved.</summary>
    public sealed record Faulty(IReadOnlyList<(string Field, string Message)> Faults) : RecordOutcome;

    /// <summary>Somebody has changed it since the form was opened; nothing is saved.</summary>
    /// <param name="Now">The record as it is now.</param>
    /// <param name="Edit">Who changed it and when; null when content files did.</param>
    public sealed record Stale(StoredRecord Now, RecordEdit? Edit) : RecordOutcome;

    /// <summary>There is no such record, or no longer.</summary>
    /// <param name="Edit">Who deleted it and when; null when it never was, or content files had a part in it.</param>
    public sealed record Missing(RecordEdit? Edit) : RecordOutcome;

    /// <summary>It is used, so it stays.</summary>
    public sealed record Used(IReadOnlyList<RecordUse> Uses) : RecordOutcome;
}
