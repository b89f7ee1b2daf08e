namespace NewsSite.Web.Data.Migrations;

/// <summary>
/// What the database keeps by itself in the library, whoever writes: the rows of words, whether a picture is used, and which promotion shows which.
/// A new use locks its picture's row, so that a picture is never deleted while a story takes it.
/// </summary>
internal static class LibraryTriggers
{
    public static readonly string[] Sqlite =
    [
        """
        CREATE TRIGGER "MediaInserted" AFTER INSERT ON "Media" BEGIN
            INSERT INTO "MediaWords" ("MediaId", "Word") SELECT NEW."Id", "value" FROM json_each(NEW."Words");
            UPDATE "Media" SET "IsUsed" = 1 WHERE "Id" = NEW."Id" AND EXISTS (SELECT 1 FROM "MediaUses" WHERE "File" = NEW."File");
        END
        """,
        """
        CREATE TRIGGER "MediaWordsUpdated" AFTER UPDATE OF "Words" ON "Media" WHEN OLD."Words" <> NEW."Words" BEGIN
            DELETE FROM "MediaWords" WHERE "MediaId" = NEW."Id";
            INSERT INTO "MediaWords" ("MediaId", "Word") SELECT NEW."Id", "value" FROM json_each(NEW."Words");
        END
        """,
        """
        CREATE TRIGGER "MediaUsesInserted" AFTER INSERT ON "MediaUses" BEGIN
            UPDATE "Media" SET "IsUsed" = 1 WHERE "File" = NEW."File";
        END
        """,
        """
        CREATE TRIGGER "MediaUsesDeleted" AFTER DELETE ON "MediaUses" BEGIN
            UPDATE "Media" SET "IsUsed" = EXISTS (SELECT 1 FROM "MediaUses" WHERE "File" = OLD."File") WHERE "File" = OLD."File";
        END
        """,
        """
        CREATE TRIGGER "PromotionPictureInserted" AFTER INSERT ON "Promotions" WHEN NEW."Picture" IS NOT NULL BEGIN
            INSERT INTO "MediaUses" ("User", "File", "InLive", "InHead", "AsLead", "InBlocks") VALUES ('promotions/' || NEW."Slug", NEW."Picture", 0, 0, 0, 0);
        END
        """,
        """
        CREATE TRIGGER "PromotionPictureUpdated" AFTER UPDATE ON "Promotions" WHEN OLD."Picture" IS NOT NEW."Picture" OR OLD."Slug" <> NEW."Slug" BEGIN
            DELETE FROM "MediaUses" WHERE "User" = 'promotions/' || OLD."Slug";
            INSERT INTO "MediaUses" ("User", "File", "InLive", "InHead", "AsLead", "InBlocks") SELECT 'promotions/' || NEW."Slug", NEW."Picture", 0, 0, 0, 0 WHERE NEW."Picture" IS NOT NULL;
        END
        """,
        """
        CREATE TRIGGER "PromotionPictureDeleted" AFTER DELETE ON "Promotions" BEGIN
            DELETE FROM "MediaUses" WHERE "User" = 'promotions/' || OLD."Slug";
        END
        """,
    ];

    public static readonly string[] PostgreSql =
    [
        """
        CREATE FUNCTION "KeepMedia"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                IF OLD."Words" = NEW."Words" THEN RETURN NULL; END IF;
                DELETE FROM "MediaWords" WHERE "MediaId" = NEW."Id";
            END IF;
            INSERT INTO "MediaWords" ("MediaId", "Word") SELECT NEW."Id", jsonb_array_elements_text(NEW."Words"::jsonb);
            IF TG_OP = 'INSERT' AND EXISTS (SELECT 1 FROM "MediaUses" WHERE "File" = NEW."File") THEN
                UPDATE "Media" SET "IsUsed" = TRUE WHERE "Id" = NEW."Id";
            END IF;
            RETURN NULL;
        END $$
        """,
        """CREATE TRIGGER "MediaKept" AFTER INSERT OR UPDATE OF "Words" ON "Media" FOR EACH ROW EXECUTE FUNCTION "KeepMedia"()""",
        """
        CREATE FUNCTION "KeepIsUsed"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' THEN
                UPDATE "Media" SET "IsUsed" = TRUE WHERE "File" = NEW."File";
            ELSE
                PERFORM 1 FROM "Media" WHERE "File" = OLD."File" FOR UPDATE; -- and only then look who else uses it
                UPDATE "Media" SET "IsUsed" = EXISTS (SELECT 1 FROM "MediaUses" WHERE "File" = OLD."File") WHERE "File" = OLD."File";
            END IF;
            RETURN NULL;
        END $$
        """,
        """CREATE TRIGGER "IsUsedKept" AFTER INSERT OR DELETE ON "MediaUses" FOR EACH ROW EXECUTE FUNCTION "KeepIsUsed"()""",
        """
        CREATE FUNCTION "KeepPromotionPictures"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' AND OLD."Picture" IS NOT DISTINCT FROM NEW."Picture" AND OLD."Slug" = NEW."Slug" THEN RETURN NULL; END IF;
            IF TG_OP <> 'INSERT' THEN DELETE FROM "MediaUses" WHERE "User" = 'promotions/' || OLD."Slug"; END IF;
            IF TG_OP <> 'DELETE' AND NEW."Picture" IS NOT NULL THEN
                INSERT INTO "MediaUses" ("User", "File", "InLive", "InHead", "AsLead", "InBlocks") VALUES ('promotions/' || NEW."Slug", NEW."Picture", FALSE, FALSE, FALSE, FALSE);
            END IF;
            RETURN NULL;
        END $$
        """,
        """CREATE TRIGGER "PromotionPicturesKept" AFTER INSERT OR UPDATE OR DELETE ON "Promotions" FOR EACH ROW EXECUTE FUNCTION "KeepPromotionPictures"()""",
    ];
}
