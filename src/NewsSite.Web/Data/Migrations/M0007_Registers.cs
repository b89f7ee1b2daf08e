using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>What the newsroom has done to records of registers, and topics that have become part of others.</summary>
[DbContext(typeof(NewsDb)), Migration("0007_Registers")]
internal sealed class M0007_Registers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("RecordEdits", t => new
        {
            Register = t.Column<string>(),
            Slug = t.Column<string>(),
            FileDigest = t.Column<string>(nullable: true),
            IsDeleted = t.Column<bool>(),
            At = t.Column<DateTime>(),
            By = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_RecordEdits", x => new { x.Register, x.Slug }));
        migrationBuilder.CreateTable("MergedTopics", t => new
        {
            Slug = t.Column<string>(),
            Into = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_MergedTopics", x => x.Slug));
    }
}
