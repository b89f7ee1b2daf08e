using NewsSite.Web;
using NewsSite.Web.Commands;

return await Verbs.RunAsync(args);

/// <summary>The one program: public site, headless API and newsroom. Its verbs are in Commands, its features in <see cref="Features"/>.</summary>
public sealed partial class Program;
