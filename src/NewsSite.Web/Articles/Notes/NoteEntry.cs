namespace NewsSite.Web.Articles.Notes;

/// <summary>A note as the editor is given it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Block">The block it is about now; null for headline and standfirst, for the story as a whole, and when the block is gone.</param>
/// <param name="Passage">The words it is about as they stand now; when it has lost its place, as they last stood. Null for none.</param>
/// <param name="Lost">Whether its words, or its block, are no longer in the story.</param>
/// <param name="Text">What was noted.</param>
/// <param name="By">Who left it.</param>
/// <param name="At">When.</param>
/// <param name="Resolved">Who dealt with it, and when; null while it is open.</param>
/// <param name="Replies">The answers, oldest first.</param>
/// <param name="MayDelete">Whether the one who asks may delete it.</param>
internal sealed record NoteEntry(
    Guid Id, string? Block, Passage? Passage, bool Lost, string Text, NoteAuthor By, DateTimeOffset At, NoteResolution? Resolved, IReadOnlyList<ReplyEntry> Replies, bool MayDelete);

/// <summary>Who wrote something.</summary>
/// <param name="Name">The name.</param>
/// <param name="Initials">One or two letters.</param>
/// <param name="Me">Whether it is the one who asks.</param>
internal sealed record NoteAuthor(string Name, string Initials, bool Me);

/// <summary>Who dealt with a note.</summary>
internal sealed record NoteResolution(string By, DateTimeOffset At);

/// <summary>An answer to a note.</summary>
internal sealed record ReplyEntry(Guid Id, string Text, NoteAuthor By, DateTimeOffset At);

/// <summary>The notes of a story.</summary>
/// <param name="Items">Oldest first.</param>
internal sealed record NoteList(IReadOnlyList<NoteEntry> Items);
