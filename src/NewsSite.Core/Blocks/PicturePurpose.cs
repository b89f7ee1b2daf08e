namespace NewsSite.Core.Blocks;

/// <summary>What a picture is there for; one must be chosen.</summary>
public enum PicturePurpose
{
    /// <summary>It shows something that the text does not say: it has a description.</summary>
    Described,

    /// <summary>It adds nothing for who cannot see it: its description is empty on purpose.</summary>
    Decorative,

    /// <summary>The caption says what it shows.</summary>
    Captioned,
}
