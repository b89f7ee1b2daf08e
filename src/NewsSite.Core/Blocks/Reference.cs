namespace NewsSite.Core.Blocks;

/// <summary>What a <see cref="Reference"/> points at.</summary>
public enum ReferenceKind
{
    /// <summary>A person of the register, by slug.</summary>
    Person,

    /// <summary>An organisation of the register, by slug.</summary>
    Organisation,

    /// <summary>A cited document of the register, by slug.</summary>
    Source,

    /// <summary>A picture or document of the media library, by its file name.</summary>
    Media,

    /// <summary>Another article of this site, by slug.</summary>
    Article,
}

/// <summary>A record that a block names.</summary>
/// <param name="Kind">The register it is in.</param>
/// <param name="Key">Its slug, or its file name for media.</param>
public readonly record struct Reference(ReferenceKind Kind, string Key);
