using NewsSite.Core.Content;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Promotions;

/// <summary>Promotions as content files: <c>promotions/*.yml</c>.</summary>
internal sealed class PromotionFile(Site site) : Register<Promotion>("promotions", slug => ["promotions", $"promotion:{slug}"])
{
    protected override string SlugOf(Promotion value) => value.Slug;

    protected override Promotion Read(string slug, YamlRecord yaml, List<NamedRecord> names)
    {
        if (!yaml.Has("starts")) yaml.Fault("starts is missing.");
        var promotion = new Promotion
        {
            Slug = slug,
            Slot = yaml.RequiredLine("slot"),
            Label = yaml.RequiredLine("label"),
            Headline = yaml.RequiredLine("headline"),
            Words = yaml.LongText("words"),
            Advertiser = yaml.OneLine("advertiser"),
            Address = yaml.WebAddress("address"),
            Picture = yaml.Optional("picture"),
            PictureAlt = yaml.OneLine("picture-alt"),
            StartsAt = site.ReadStart(yaml, "starts") ?? default,
            EndsAt = site.ReadEnd(yaml, "ends"),
            Order = yaml.Count("order") ?? 0,
            Weight = yaml.Count("weight") ?? 1,
        };
        if (promotion.Slot.Length > 0 && !PromotionSlots.Names.Contains(promotion.Slot, StringComparer.Ordinal)) yaml.Fault($"slot is “{promotion.Slot}”; expected one of {string.Join(", ", PromotionSlots.Names)}.", yaml.LineOf("slot"));
        if (promotion.Weight > 100) yaml.Fault("weight is more than 100.", yaml.LineOf("weight"));
        if (promotion.Picture is { } picture) names.Add(new("media", picture, yaml.LineOf("picture")));
        if (promotion.EndsAt <= promotion.StartsAt) yaml.Fault("ends lies before starts; expected a later day.", yaml.LineOf("ends"));
        return promotion;
    }

    protected override void Write(Promotion value, YamlText yaml) => yaml
        .Add("slot", Plain.Line(value.Slot))
        .Add("label", Plain.Line(value.Label))
        .Add("headline", Plain.Line(value.Headline))
        .Add("words", Plain.Text(value.Words))
        .Add("advertiser", Plain.Line(value.Advertiser))
        .Add("address", value.Address)
        .Add("picture", value.Picture)
        .Add("picture-alt", Plain.Line(value.PictureAlt))
        .Add("starts", site.WriteStart(value.StartsAt))
        .Add("ends", value.EndsAt is { } ends ? site.WriteEnd(ends) : null)
        .Add("order", value.Order > 0 ? value.Order : (decimal?)null)
        .Add("weight", value.Weight > 1 ? value.Weight : (decimal?)null);
}
