using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Blocks.Image;

/// <summary>A picture of the media library, with what it is there for.</summary>
[BlockType("image", Name = "Picture", Category = "Pictures", Icon = "picture", Help = "A photograph, drawing or chart from the library.")]
public sealed partial record ImageBlock : Block
{
    /// <summary>The picture's file name in the library; null while none is chosen.</summary>
    [Field("Picture", Control = FieldControl.Picture, Required = true)]
    public string? Media { get; init => field = Plain.Line(value); }

    /// <summary>What it is there for; null until it is chosen.</summary>
    [Field("Purpose", Control = FieldControl.Choice, Required = true, Help = "Described: it shows something the text does not say. Decorative: nothing is lost without it. Captioned: the caption says what it shows.")]
    public PicturePurpose? Purpose { get; init; }

    /// <summary>What it shows, for who cannot see it; null unless it is described.</summary>
    [Field("Description", SoftLimit = 160, HardLimit = 500, Help = "What you would say to somebody on the telephone.")]
    public string? Alt { get; init => field = Plain.Line(value); }

    /// <summary>The words under the picture; null for none.</summary>
    [Field("Caption", SoftLimit = 250, HardLimit = 600)]
    public string? Caption { get; init => field = Plain.Line(value); }

    /// <summary>Whom to credit; null when the library's credit serves.</summary>
    [Field("Credit", HardLimit = 120, Help = "Leave empty to use the library’s.")]
    public string? Credit { get; init => field = Plain.Line(value); }

    /// <inheritdoc/>
    public override string ToPlainText() => Caption ?? "";

    /// <inheritdoc/>
    public override IEnumerable<Issue> Check(ArticleWords article) => PictureWords.Check(Purpose, Alt, Caption, article.Headline, Media);

    /// <inheritdoc/>
    public override IEnumerable<Reference> References() => Media is null ? [] : [new(ReferenceKind.Media, Media)];
}
