namespace NewsSite.Web.Hosting;

/// <summary>Something that keeps the program from starting and that its operator can mend. Printed as one line, without a stack trace; exit code 1.</summary>
/// <param name="message">What is wrong, where, and what was expected.</param>
public sealed class StartupFault(string message) : Exception(message);
