namespace NewsSite.Web.Alerts;

/// <summary>The alerts above a page.</summary>
/// <param name="Alerts">The gravest first.</param>
/// <param name="Script">Address of the script that remembers what is hidden; null for none.</param>
public sealed record AlertsView(IReadOnlyList<AlertView> Alerts, string? Script);

/// <summary>An alert as readers see it.</summary>
/// <param name="Mark">Differs as soon as anything in the alert does, so that a changed one is seen again by those who have hidden it.</param>
/// <param name="Look">The class of its severity.</param>
/// <param name="Label">Its severity in words.</param>
/// <param name="Alert">The alert.</param>
public sealed record AlertView(string Mark, string Look, string Label, Alert Alert);
