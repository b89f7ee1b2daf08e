using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsSite.Web.Data;

/// <summary>Has the rows that wait for the commit written right before it.</summary>
internal sealed class LastRows(IServiceProvider services) : DbTransactionInterceptor
{
    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        eventData.Context is NewsDb db && db.TakeWaiting(eventData.TransactionId).Count > 0
            ? throw new InvalidOperationException("Rows that are written last need CommitAsync.")
            : result;

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not NewsDb db) return result;
        foreach (var rows in db.TakeWaiting(eventData.TransactionId).GroupBy(r => r.GetType()))
            await services.GetServices<ILastRows>().First(w => w.Row == rows.Key).WriteAsync(db, [.. rows], cancellationToken);
        return result;
    }
}
