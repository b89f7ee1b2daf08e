var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "NewsSite");
app.Run();

/// <summary>The one program: public site, headless API and newsroom.</summary>
public sealed partial class Program;
