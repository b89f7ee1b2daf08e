using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Media;

namespace NewsSite.Web.Exchange;

/// <summary>The file beside a picture that says whose it is: <c>media/county-hall.png.yml</c>.</summary>
internal static class MediaSidecar
{
    public const string Ending = ".yml";

    public static MediaDetails Read(YamlRecord yaml)
    {
        var details = new MediaDetails
        {
            Credit = yaml.OneLine("credit"),
            RightsHolder = yaml.OneLine("rights-holder"),
            RightsUntil = yaml.Day("rights-until"),
            Description = yaml.OneLine("description"),
            Focus = yaml.Parsed("focus", FocalPoint.Parse, "percent from the left and from the top, such as 30 45") ?? FocalPoint.Centre,
        };
        yaml.RefuseTheRest();
        return details;
    }

    /// <summary>The file's text; empty when there is nothing to say, and there is no file.</summary>
    public static string Write(MediaDetails details) => new YamlText()
        .Add("credit", Plain.Line(details.Credit))
        .Add("rights-holder", Plain.Line(details.RightsHolder))
        .Add("rights-until", details.RightsUntil)
        .Add("description", Plain.Line(details.Description))
        .Add("focus", details.Focus == FocalPoint.Centre ? null : details.Focus.ToString())
        .ToString();
}
