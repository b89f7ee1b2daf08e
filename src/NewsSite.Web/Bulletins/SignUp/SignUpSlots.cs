using NewsSite.Web.Caching;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Bulletins.SignUp;

/// <summary>Puts the small form of the bulletin under the home page.</summary>
internal sealed class SignUpSlots : ISlotFiller
{
    public ValueTask<IReadOnlyList<SlotPart>> FillAsync(string slot, Guid? article, PageTags tags, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<SlotPart>>(slot == SlotName.Home ? [new(25, "SignUpBand", SignUpForms.Small("/"))] : []);
}
