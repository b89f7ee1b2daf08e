using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>The registers, articles with their revisions and states, listings, media, and the row of changes.</summary>
[DbContext(typeof(NewsDb)), Migration("0001_Site")]
internal sealed class M0001_Site : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Registers(migrationBuilder);
        Articles(migrationBuilder);
        migrationBuilder.CreateTable("Changes", t => new
        {
            Id = t.Column<long>().Counted(),
            At = t.Column<DateTime>(),
            Tags = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_Changes", c => c.Id));
    }

    private static void Registers(MigrationBuilder m)
    {
        m.CreateTable("Topics", t => new
        {
            Slug = t.Column<string>(),
            Name = t.Column<string>(),
            Description = t.Column<string>(nullable: true),
            Section = t.Column<int>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_Topics", x => x.Slug));
        m.CreateTable("Authors", t => new
        {
            Slug = t.Column<string>(),
            Name = t.Column<string>(),
            IsDesk = t.Column<bool>(),
            JobTitle = t.Column<string>(nullable: true),
            Profile = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_Authors", x => x.Slug));
        m.CreateTable("People", t => new
        {
            Slug = t.Column<string>(),
            Name = t.Column<string>(),
            Summary = t.Column<string>(nullable: true),
            OtherNames = t.Column<string>(),
            Roles = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_People", x => x.Slug));
        m.CreateTable("Organisations", t => new
        {
            Slug = t.Column<string>(),
            Name = t.Column<string>(),
            Kind = t.Column<string>(nullable: true),
            Address = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_Organisations", x => x.Slug));
        m.CreateTable("Sources", t => new
        {
            Slug = t.Column<string>(),
            Title = t.Column<string>(),
            Publisher = t.Column<string>(nullable: true),
            Kind = t.Column<string>(nullable: true),
            Address = t.Column<string>(nullable: true),
            Published = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_Sources", x => x.Slug));
        m.CreateTable("Media", t => new
        {
            Id = t.Column<Guid>(),
            File = t.Column<string>(),
            Hash = t.Column<string>(),
            ContentType = t.Column<string>(),
            Bytes = t.Column<long>(),
            Width = t.Column<int>(),
            Height = t.Column<int>(),
            Credit = t.Column<string>(nullable: true),
            Renditions = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_Media", x => x.Id));
        m.CreateIndex("IX_Media_File", "Media", "File", unique: true);
        m.CreateTable("Redirects", t => new
        {
            From = t.Column<string>(),
            To = t.Column<string>(),
            MadeAt = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_Redirects", x => x.From));
        m.CreateIndex("IX_Redirects_To", "Redirects", "To");
        m.CreateTable("Vacancies", t => new
        {
            Slug = t.Column<string>(),
            Title = t.Column<string>(),
            Recruiter = t.Column<string>(),
            Place = t.Column<string>(nullable: true),
            Pay = t.Column<string>(),
            Words = t.Column<string>(),
            OpensAt = t.Column<DateTime>(),
            ClosesAt = t.Column<DateTime>(),
            ApplyAt = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_Vacancies", x => x.Slug));
        m.CreateIndex("IX_Vacancies_ClosesAt", "Vacancies", "ClosesAt");
        m.CreateTable("Promotions", t => new
        {
            Slug = t.Column<string>(),
            Slot = t.Column<string>(),
            Label = t.Column<string>(),
            Headline = t.Column<string>(),
            Words = t.Column<string>(nullable: true),
            Advertiser = t.Column<string>(nullable: true),
            Address = t.Column<string>(nullable: true),
            Picture = t.Column<string>(nullable: true),
            PictureAlt = t.Column<string>(nullable: true),
            StartsAt = t.Column<DateTime>(),
            EndsAt = t.Column<DateTime>(nullable: true),
            Order = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_Promotions", x => x.Slug));
    }

    private static void Articles(MigrationBuilder m)
    {
        m.CreateTable("Articles", t => new
        {
            Id = t.Column<Guid>(),
            Slug = t.Column<string>(),
            State = t.Column<string>(),
            HeadId = t.Column<Guid>(nullable: true),
            LiveId = t.Column<Guid>(nullable: true),
            PublishedAt = t.Column<DateTime>(nullable: true),
            PublishedWall = t.Column<string>(nullable: true),
            UpdatedAt = t.Column<DateTime>(nullable: true),
            UpdatedWall = t.Column<string>(nullable: true),
            Zone = t.Column<string>(nullable: true),
            Month = t.Column<int>(nullable: true),
            ImportedId = t.Column<Guid>(nullable: true),
            ImportedDigest = t.Column<string>(nullable: true),
            Version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_Articles", a => a.Id));
        m.CreateIndex("IX_Articles_Slug", "Articles", "Slug", unique: true);
        m.CreateIndex("IX_Articles_Month_PublishedAt_Id", "Articles", ["Month", "PublishedAt", "Id"]);
        m.CreateIndex("IX_Articles_UpdatedAt", "Articles", "UpdatedAt");
        m.CreateTable("Revisions", t => new
        {
            Id = t.Column<Guid>(),
            ArticleId = t.Column<Guid>(),
            BaseId = t.Column<Guid>(nullable: true),
            SavedAt = t.Column<DateTime>(),
            SavedBy = t.Column<string>(),
            Reason = t.Column<string>(nullable: true),
            Kind = t.Column<string>(),
            Headline = t.Column<string>(),
            Standfirst = t.Column<string>(nullable: true),
            SocialHeadline = t.Column<string>(nullable: true),
            SocialDescription = t.Column<string>(nullable: true),
            Bylines = t.Column<string>(),
            Topics = t.Column<string>(),
            Sources = t.Column<string>(),
            LeadImage = t.Column<string>(nullable: true),
            Comments = t.Column<string>(),
            Blocks = t.Column<string>(), // last, so that a listing need not read past it
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Revisions", r => r.Id);
            t.ForeignKey("FK_Revisions_Articles_ArticleId", r => r.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_Revisions_ArticleId", "Revisions", "ArticleId");
        m.CreateTable("StateChanges", t => new
        {
            Id = t.Column<long>().Counted(),
            ArticleId = t.Column<Guid>(),
            RevisionId = t.Column<Guid>(nullable: true),
            From = t.Column<string>(),
            To = t.Column<string>(),
            At = t.Column<DateTime>(),
            By = t.Column<string>(),
            Why = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_StateChanges", s => s.Id);
            t.ForeignKey("FK_StateChanges_Articles_ArticleId", s => s.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_StateChanges_ArticleId", "StateChanges", "ArticleId");
        m.CreateTable("Listings", t => new
        {
            ArticleId = t.Column<Guid>(),
            List = t.Column<string>(),
            Position = t.Column<int>(),
            PublishedAt = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Listings", e => new { e.ArticleId, e.List });
            t.ForeignKey("FK_Listings_Articles_ArticleId", e => e.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_Listings_List_Position", "Listings", ["List", "Position"]);
        m.CreateIndex("IX_Listings_List_PublishedAt_ArticleId", "Listings", ["List", "PublishedAt", "ArticleId"]);
        m.CreateTable("SpokenWords", t => new
        {
            ArticleId = t.Column<Guid>(),
            BlockId = t.Column<string>(),
            Person = t.Column<string>(),
            Name = t.Column<string>(),
            Role = t.Column<string>(nullable: true),
            Occasion = t.Column<string>(nullable: true),
            Words = t.Column<string>(),
            PublishedAt = t.Column<DateTime>(),
            Position = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_SpokenWords", s => new { s.ArticleId, s.BlockId });
            t.ForeignKey("FK_SpokenWords_Articles_ArticleId", s => s.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_SpokenWords_Person_PublishedAt", "SpokenWords", ["Person", "PublishedAt"]);
        m.CreateTable("Corrections", t => new
        {
            Slug = t.Column<string>(),
            ArticleId = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            Wall = t.Column<string>(),
            Wrong = t.Column<string>(),
            Right = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Corrections", x => x.Slug);
            t.ForeignKey("FK_Corrections_Articles_ArticleId", c => c.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_Corrections_ArticleId", "Corrections", "ArticleId");
        m.CreateIndex("IX_Corrections_At", "Corrections", "At");
    }
}
