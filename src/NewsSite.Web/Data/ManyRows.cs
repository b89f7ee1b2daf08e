using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace NewsSite.Web.Data;

/// <summary>Rows that are added by the hundred: one statement, compiled once, in place of a tracked row each.</summary>
internal static class ManyRows
{
    private const int AtATime = 500;

    extension(NewsDb db)
    {
        /// <summary>Inserts rows at once, inside the open transaction. What they refer to must be saved already; they are not tracked.</summary>
        /// <param name="rows">Rows of one table, whose columns are all properties of theirs.</param>
        /// <param name="ct">Cancelled when nobody waits any more.</param>
        public async Task InsertManyAsync<T>(IReadOnlyCollection<T> rows, CancellationToken ct) where T : class
        {
            if (rows.Count == 0) return;
            var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            var type = db.Model.FindEntityType(typeof(T))!;
            var (table, columns) = (StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value, type.GetProperties().ToList());
            var names = columns.Select(c => $"\"{c.GetColumnName(table)}\"");
            var sql = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
            await using var command = transaction.Connection!.CreateCommand();
            command.CommandText = sql;
            command.Transaction = transaction;
            if (transaction.Connection.CanCreateBatch) await InBatchesAsync(command, columns, rows, ct);
            else await OneByOneAsync(command, columns, rows, ct);
        }
    }

    // A database inside the program.
    private static async Task OneByOneAsync<T>(DbCommand command, List<IProperty> columns, IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            command.Parameters.Clear();
            command.Parameters.AddRange(ParametersOf(command, columns, row));
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    // A database that is a journey away.
    private static async Task InBatchesAsync<T>(DbCommand command, List<IProperty> columns, IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        foreach (var some in rows.Chunk(AtATime))
        {
            await using var batch = command.Connection!.CreateBatch();
            batch.Transaction = command.Transaction;
            foreach (var row in some)
            {
                var one = batch.CreateBatchCommand();
                one.CommandText = command.CommandText;
                one.Parameters.AddRange(ParametersOf(command, columns, row));
                batch.BatchCommands.Add(one);
            }
            await batch.ExecuteNonQueryAsync(ct);
        }
    }

    private static DbParameter[] ParametersOf<T>(DbCommand command, List<IProperty> columns, T row) =>
        [.. columns.Select((c, i) => c.GetRelationalTypeMapping().CreateParameter(command, $"@p{i}", c.PropertyInfo!.GetValue(row), c.IsNullable))];
}
