using Microsoft.Extensions.Options;

namespace NewsSite.Web.Media;

/// <summary>What pictures are taken and how their sizes are made: section <c>Media</c> of the settings.</summary>
public sealed class MediaOptions
{
    /// <summary>Largest size of a picture in millions of pixels, 1 to 500.</summary>
    public int MaxMegaPixels { get; set; } = 60;

    /// <summary>Largest size of a file in megabytes, 1 to 200.</summary>
    public int MaxMegaBytes { get; set; } = 25;

    /// <summary>The program that makes the sizes, libvips' <c>vipsthumbnail</c>: a name to be found on the PATH, or a path. Empty to do without.</summary>
    public string Tool { get; set; } = "vipsthumbnail";

    /// <summary>Seconds that the program may take for one size of one picture, 1 to 600; then it is killed.</summary>
    public int ToolSeconds { get; set; } = 60;

    /// <summary>Megabytes of memory that the program may use, 256 to 16,384.</summary>
    public int ToolMegaBytes { get; set; } = 2048;

    /// <summary>Finds what is wrong in the settings, each fault naming key, value and what is allowed.</summary>
    internal sealed class Validation : IValidateOptions<MediaOptions>
    {
        public ValidateOptionsResult Validate(string? name, MediaOptions options)
        {
            var faults = new List<string>();
            Expect("MaxMegaPixels", options.MaxMegaPixels, 1, 500);
            Expect("MaxMegaBytes", options.MaxMegaBytes, 1, 200);
            Expect("ToolSeconds", options.ToolSeconds, 1, 600);
            Expect("ToolMegaBytes", options.ToolMegaBytes, 256, 16_384);
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

            void Expect(string key, int value, int least, int most)
            {
                if (value < least || value > most) faults.Add($"Media:{key} is {value}; expected {least} to {most}.");
            }
        }
    }
}
