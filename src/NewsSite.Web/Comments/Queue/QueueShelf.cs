namespace NewsSite.Web.Comments.Queue;

/// <summary>A part of the queue.</summary>
internal enum QueueShelf
{
    /// <summary>Those that wait for a moderator, the oldest first.</summary>
    Pending,

    /// <summary>Those that readers reported and nobody has looked at since, the longest waiting first.</summary>
    Reported,

    /// <summary>Refused ones whose writer appeals, the longest waiting first.</summary>
    Appeals,

    /// <summary>Those that readers see, the newest first.</summary>
    Approved,

    /// <summary>Refused ones, the newest first.</summary>
    Refused,

    /// <summary>Spam, the newest first.</summary>
    Spam,
}

/// <summary>How a part of the queue is called and found.</summary>
internal static class QueueShelves
{
    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<QueueShelf> All { get; } = Enum.GetValues<QueueShelf>();

    /// <summary>The one that an address names; the first for none, null for one that does not exist.</summary>
    public static QueueShelf? Of(string? name) =>
        string.IsNullOrEmpty(name) ? QueueShelf.Pending : All.Where(s => s.Name == name).Select(s => (QueueShelf?)s).FirstOrDefault();

    extension(QueueShelf shelf)
    {
        /// <summary>Its name in addresses.</summary>
        public string Name => shelf switch
        {
            QueueShelf.Pending => "pending",
            QueueShelf.Reported => "reported",
            QueueShelf.Appeals => "appeals",
            QueueShelf.Approved => "approved",
            QueueShelf.Refused => "refused",
            _ => "spam",
        };

        /// <summary>Its name as people read it.</summary>
        public string Words => shelf is QueueShelf.Pending ? "Waiting" : char.ToUpperInvariant(shelf.Name[0]) + shelf.Name[1..];

        /// <summary>Whether what lies there waits for a moderator.</summary>
        public bool IsWaiting => shelf is QueueShelf.Pending or QueueShelf.Reported or QueueShelf.Appeals;

        /// <summary>Its page, or a page of it.</summary>
        public string PathAfter(string? after) =>
            "/newsroom/comments" + (shelf, after) switch
            {
                (QueueShelf.Pending, null) => "",
                (QueueShelf.Pending, _) => $"?after={after}",
                (_, null) => $"?shelf={shelf.Name}",
                _ => $"?shelf={shelf.Name}&after={after}",
            };
    }
}
