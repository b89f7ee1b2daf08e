using NewsSite.Web.Data;

namespace NewsSite.Web.Jobs.Importing;

/// <summary>What an import of vacancies would do, or has done.</summary>
/// <param name="Rows">What becomes of each good row.</param>
/// <param name="Faults">What is wrong with the others; they are left alone.</param>
internal sealed record VacancyImportPlan(IReadOnlyList<PlannedVacancy> Rows, IReadOnlyList<RowFault> Faults)
{
    /// <summary>Rows that change something.</summary>
    public IEnumerable<PlannedVacancy> Changes => Rows.Where(r => r.Becomes is not PlannedChange.Unchanged);

    /// <summary>How many are as they were.</summary>
    public int Unchanged => Rows.Count(r => r.Becomes is PlannedChange.Unchanged);

    /// <summary>Differs as soon as the plan would do something else.</summary>
    public string Version => RecordEdit.Digest(string.Join('\n', Rows.Select(r => $"{r.Row} {r.Becomes} {r.Vacancy.Slug} {r.Before}")));

    /// <summary>In words, such as “2 new, 1 changed, 3 as they were; 1 row with faults”.</summary>
    public string Words
    {
        get
        {
            var bad = Faults.Select(f => f.Row).Distinct().Count();
            var done = $"{Rows.Count(r => r.Becomes is PlannedChange.New)} new, {Rows.Count(r => r.Becomes is PlannedChange.Changed)} changed, {Unchanged} as they were";
            return bad == 0 ? done : $"{done}; {(bad == 1 ? "1 row" : $"{bad} rows")} with faults";
        }
    }
}

/// <summary>A row that is good.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Vacancy">The vacancy as it will be.</param>
/// <param name="Becomes">What becomes of it.</param>
/// <param name="Before">Its canonical text until now; null for a new one.</param>
internal sealed record PlannedVacancy(int Row, Vacancy Vacancy, PlannedChange Becomes, string? Before);

/// <summary>What becomes of a row.</summary>
internal enum PlannedChange
{
    /// <summary>A vacancy that was not there.</summary>
    New,

    /// <summary>One of the same recruiter and reference, changed.</summary>
    Changed,

    /// <summary>One that is just so already.</summary>
    Unchanged,
}
