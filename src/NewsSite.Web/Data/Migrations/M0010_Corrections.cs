using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>When a correction was amended, and what it said until then.</summary>
[DbContext(typeof(NewsDb)), Migration("0010_Corrections")]
internal sealed class M0010_Corrections : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("AmendedAt", "Corrections", nullable: true);
        migrationBuilder.CreateTable("CorrectionAmendments", t => new
        {
            Id = t.Column<Guid>(),
            Correction = t.Column<string>(),
            At = t.Column<DateTime>(),
            By = t.Column<string>(),
            Why = t.Column<string>(),
            Wrong = t.Column<string>(),
            Right = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_CorrectionAmendments", a => a.Id);
            t.ForeignKey("FK_CorrectionAmendments_Corrections_Correction", a => a.Correction, "Corrections", "Slug", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_CorrectionAmendments_Correction", "CorrectionAmendments", "Correction");
    }
}
