using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Blocks.Callout;

/// <summary>How to reach the newsroom, or where readers find help.</summary>
[BlockType("callout", Name = "Contact or helpline", Category = "Text", Icon = "phone", Help = "Ask readers to get in touch, or tell them who can help.")]
public sealed partial record CalloutBlock : Block
{
    /// <summary>What it is for; null until it is chosen.</summary>
    [Field("Purpose", Control = FieldControl.Choice, Required = true)]
    public CalloutPurpose? Purpose { get; init; }

    /// <summary>The line above it; null for "Contact" or "Help".</summary>
    [Field("Title", SoftLimit = 50, HardLimit = 100)]
    public string? Title { get; init => field = Plain.Line(value); }

    /// <summary>The words, a paragraph each.</summary>
    [Field("Text", Control = FieldControl.Paragraphs, Required = true, SoftLimit = 300, HardLimit = 1_000)]
    public IReadOnlyList<string> Text { get; init => field = Plain.Paragraphs(value); } = [];

    /// <summary>A telephone number as it is printed; null for none.</summary>
    [Field("Telephone", HardLimit = 40, Help = "As it is printed, such as 0808 157 0000.")]
    public string? Phone { get; init => field = Plain.Line(value); }

    /// <summary>An e-mail address; null for none.</summary>
    [Field("E-mail", HardLimit = 200)]
    public string? Email { get; init => field = Plain.Line(value); }

    /// <summary>A web address, http or https; null for none.</summary>
    [Field("Web address", Control = FieldControl.Address, HardLimit = 2_000)]
    public string? Address { get; init => field = Plain.Line(value); }

    /// <summary>Cost and hours, such as "Free, 24 hours"; null for none.</summary>
    [Field("Cost and hours", HardLimit = 120, Help = "Such as “Free, 24 hours”.")]
    public string? Note { get; init => field = Plain.Line(value); }

    /// <inheritdoc/>
    public override string ToPlainText() => string.Join("\n\n", new[] { Title }.Concat(Text).Append(Note).OfType<string>());

    /// <inheritdoc/>
    public override IEnumerable<Issue> Check(ArticleWords article)
    {
        if (Phone is null && Email is null && Address is null) yield return Issue.Stop("phone", "Add a telephone number, an e-mail address or a web address.");
        if (Phone is not null && WebAddress.Telephone(Phone) is null) yield return Issue.Stop("phone", "The telephone number holds no digits.");
        if (Email is not null && !WebAddress.IsEmail(Email)) yield return Issue.Stop("email", "This is not an e-mail address.");
        if (Address is not null && !WebAddress.IsWeb(Address)) yield return Issue.Stop("address", "The web address must begin with https:// or http://.");
        if (Purpose is CalloutPurpose.Helpline && Note is null) yield return Issue.Warn("note", "Say what a call costs and when somebody answers.");
    }
}

/// <summary>What a callout is for.</summary>
public enum CalloutPurpose
{
    /// <summary>Readers are asked to get in touch.</summary>
    Contact,

    /// <summary>Readers are told who can help.</summary>
    Helpline,
}
