using System.Globalization;
using NewsSite.BrowserTests;
using NewsSite.BrowserTests.Newsroom;

switch (args)
{
    case ["measure", var address, var email, var password, var story, var rounds]:
        await Measure.RunAsync(address, email, password, story, int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["newsroom-pictures", var folder]:
        await HowToPictures.TakeAsync(folder);
        return 0;
    case [var folder]:
        await Screenshots.TakeAsync(folder);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: script/screenshots DIR, or script/newsroom-pictures DIR");
        return 2;
}
