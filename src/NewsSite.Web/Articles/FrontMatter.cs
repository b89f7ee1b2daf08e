using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles;

/// <summary>The YAML at the top of an article's file.</summary>
internal sealed class FrontMatter
{
    private readonly YamlRecord _yaml;
    private readonly Site _site;
    private readonly List<NamedRecord> _names;

    public FrontMatter(YamlRecord yaml, string fileName, Site site, List<NamedRecord> names)
    {
        (_yaml, _site, _names) = (yaml, site, names);
        Id = yaml.Parsed("id", t => Guid.TryParseExact(t, "D", out var id) && id.Version == 7 ? id : (Guid?)null, "a UUID of version 7, as an export writes it; a new article needs none");
        Slug = yaml.Optional("slug") ?? fileName;
        if (!Core.Content.Slug.IsSlug(Slug)) yaml.Fault($"slug is “{Slug}”; expected {Core.Content.Slug.Expected}.", yaml.LineOf("slug"));
    }

    public Guid? Id { get; }

    public string Slug { get; }

    public ArticleFile Read(IReadOnlyList<Block> blocks, DateTimeOffset now)
    {
        var social = _yaml.Map("social");
        if (!_yaml.Has("kind")) _yaml.Fault($"kind is missing; expected {Kebab.Choices<ArticleKind>()}.");
        var state = _yaml.Choice<FileState>("state") ?? FileState.Live;
        var isUnseen = state is not FileState.Live; // what readers do not see may be wrong, and without a headline yet
        var file = new ArticleFile
        {
            Id = Id,
            Slug = Slug,
            State = state,
            Kind = _yaml.Choice<ArticleKind>("kind") ?? ArticleKind.News,
            Headline = isUnseen ? _yaml.Optional("headline") ?? "" : _yaml.Required("headline"),
            Standfirst = _yaml.Optional("standfirst"),
            SocialHeadline = social?.Optional("headline"),
            SocialDescription = social?.Optional("description"),
            Published = _site.ReadWall(_yaml, "published"),
            Updated = _site.ReadWall(_yaml, "updated"),
            Withdrawal = ReadWithdrawal(_yaml.Map("withdrawn"), state),
            Embargo = ReadEmbargo(),
            Planned = _yaml.Day("planned"),
            Bylines = Named("bylines", "authors"),
            Topics = Named("topics", "topics"),
            LeadImage = ReadLeadImage(_yaml.Map("lead-image"), isUnseen),
            Sources = Named("sources", "sources"),
            Comments = _yaml.Choice<CommentPolicy>("comments") ?? CommentPolicy.Site,
            CommentsUntil = _site.ReadEnd(_yaml, "comments-until") is { } end ? new(end.ToUniversalTime(), _site.WriteEnd(end)) : null,
            Blocks = blocks,
        };
        social?.RefuseTheRest();
        _yaml.RefuseTheRest();
        CheckTimes(file, now);
        if (file is { State: FileState.Live, Bylines: [] }) _yaml.Fault("bylines is missing; expected at least one author, such as [news-desk].", _yaml.LineOf("bylines"));
        if (state is not FileState.Draft && (file.Embargo is not null || file.Planned is not null))
            _yaml.Fault("embargo and planned are a draft’s; expected “state: draft”, or neither of them.", _yaml.LineOf(file.Embargo is null ? "planned" : "embargo"));
        if (state is FileState.Draft && file.CommentsUntil is not null) _yaml.Fault("comments-until is for stories that readers see; leave it out, or leave out “state: draft”.", _yaml.LineOf("comments-until"));
        // A draft has no date yet: it gets one when it goes live.
        return file.State is FileState.Draft ? file with { Published = null, Updated = null } : file;
    }

    private void CheckTimes(ArticleFile file, DateTimeOffset now)
    {
        if (file.State is FileState.Live && !_yaml.Has("published")) _yaml.Fault("published is missing; expected a day such as 2022-09-21 or a day and minute such as 2022-09-21 06:00.");
        if (file.State is FileState.Live && file.Published?.InZone(_site.Zone) > now) _yaml.Fault($"published is {file.Published}, which is yet to come; expected a time that has passed. With “state: draft” the article waits unseen.", _yaml.LineOf("published"));
        if (file.Updated is { } updated && file.Published is { } published && (updated.Day < published.Day || updated.InZone(_site.Zone) < published.InZone(_site.Zone) && updated.Time is not null))
            _yaml.Fault($"updated is {updated}, before published ({published}); expected a later time.", _yaml.LineOf("updated"));
        if (file is { Updated: not null, Published: null, State: FileState.Withdrawn } && !_yaml.Has("published")) _yaml.Fault("updated is given without published; expected both.", _yaml.LineOf("updated"));
    }

    private IReadOnlyList<string> Named(string key, string register)
    {
        var all = _yaml.Texts(key);
        foreach (var name in all) _names.Add(new(register, name, _yaml.LineOf(key)));
        if (all.Distinct(StringComparer.Ordinal).Count() < all.Count) _yaml.Fault($"{key} names something twice.", _yaml.LineOf(key));
        return all;
    }

    private Withdrawal? ReadWithdrawal(YamlRecord? yaml, FileState state)
    {
        if (yaml is null) return null;
        if (!yaml.Has("reason")) yaml.Fault($"reason is missing; expected {Kebab.Choices<WithdrawalReason>()}.");
        var withdrawal = new Withdrawal(yaml.Choice<WithdrawalReason>("reason") ?? WithdrawalReason.PublishedInError, yaml.OneLine("note"), yaml.OneLine("to"));
        yaml.RefuseTheRest();
        if (state is not FileState.Withdrawn) yaml.Fault("withdrawn says why a story was withdrawn; expected “state: withdrawn”.");
        else if (yaml.Has("reason") && withdrawal.FaultFor(Slug) is { } fault) yaml.Fault(fault);
        return withdrawal;
    }

    private WrittenInstant? ReadEmbargo()
    {
        if (_site.ReadStart(_yaml, "embargo") is not { } until) return null;
        return new(until.ToUniversalTime(), _site.WriteStart(until));
    }

    private LeadImage? ReadLeadImage(YamlRecord? yaml, bool isUnseen)
    {
        if (yaml is null) return null;
        var image = new LeadImage(
            yaml.Required("media"), yaml.Choice<PicturePurpose>("purpose"), yaml.OneLine("alt"), yaml.OneLine("caption"), yaml.OneLine("credit"));
        if (!yaml.Has("purpose") && !isUnseen) yaml.Fault($"purpose is missing; expected {Kebab.Choices<PicturePurpose>()}.");
        else if (image is { Purpose: PicturePurpose.Described, Alt: null } && !isUnseen) yaml.Fault("alt is missing; a described picture needs its description.");
        else if (image is { Purpose: PicturePurpose.Captioned, Caption: null } && !isUnseen) yaml.Fault("caption is missing; expected the caption that says what the picture shows.");
        yaml.RefuseTheRest();
        if (image.Media.Length > 0) _names.Add(new("media", image.Media, yaml.LineOf("media")));
        return image;
    }
}
