namespace NewsSite.Web.Data;

/// <summary>A row that is never changed or removed by itself once it is written: history. <see cref="NewsDb"/> refuses both.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WrittenOnceAttribute : Attribute;
