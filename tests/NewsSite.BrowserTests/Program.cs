using NewsSite.BrowserTests;

if (args is not [var folder])
{
    await Console.Error.WriteLineAsync("Usage: script/screenshots DIR");
    return 2;
}
await Screenshots.TakeAsync(folder);
return 0;
