using NewsSite.Core.Content;

namespace NewsSite.Web.Data;

/// <summary>A register whose records are small content files, one YAML file each in a folder of its own. The file's name is the record's slug.</summary>
public interface IRegister
{
    /// <summary>The folder in a content directory, such as <c>people</c>; also the register's name in <see cref="NamedRecord"/>.</summary>
    string Folder { get; }

    /// <summary>Whether its records name articles by id, so that they are stored after the articles.</summary>
    bool FollowsArticles { get; }

    /// <summary>Reads a file. Faults go to the YAML; what is returned then is not used.</summary>
    RegisterRecord Read(string slug, YamlRecord yaml);

    /// <summary>The canonical YAML of every stored record, by slug.</summary>
    Task<IReadOnlyDictionary<string, string>> StoredAsync(NewsDb db, CancellationToken ct);

    /// <summary>Stores records inside the caller's transaction, each new or in place of the one with its slug.</summary>
    /// <returns>The page tags that this touches; the caller announces them.</returns>
    Task<IReadOnlyCollection<string>> StoreAsync(NewsDb db, IReadOnlyList<RegisterRecord> records, CancellationToken ct);
}

/// <summary>A record of a register as its file gives it.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Value">The record; its register knows the type.</param>
/// <param name="Text">Its YAML in canonical form, by which changed and unchanged are told apart.</param>
/// <param name="Names">The records of other registers that it names.</param>
public sealed record RegisterRecord(string Slug, object Value, string Text, IReadOnlyList<NamedRecord> Names);

/// <summary>A place in a content file that names a record, so that a missing one is found before readers meet it.</summary>
/// <param name="Register">The folder: one of the registers', <c>articles</c> or <c>media</c>.</param>
/// <param name="Key">The record's slug, or the file's name for media.</param>
/// <param name="Line">Line in the file, from 1.</param>
public readonly record struct NamedRecord(string Register, string Key, int Line);
