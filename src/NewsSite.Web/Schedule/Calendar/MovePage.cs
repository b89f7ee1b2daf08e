using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Schedule.Calendar;

/// <summary>A page on which an entry of the calendar is moved where scripts do not run.</summary>
internal abstract class MovePage : NewsroomPage
{
    /// <summary>The form.</summary>
    public MoveForm Form { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    protected IActionResult Show(MoveForm form)
    {
        Form = form;
        return Page();
    }

    /// <summary>Shows the form again with what was typed and why the entry was not moved.</summary>
    protected IActionResult Refuse(MoveForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Show(form);
    }

    /// <summary>Why the entry was not moved, in words; null when it was.</summary>
    protected static string? RefusalOf(ActOutcome outcome) => outcome switch
    {
        ActOutcome.Done => null,
        ActOutcome.Refused(var why) => why,
        ActOutcome.Stopped stopped => stopped.Words,
        ActOutcome.NotNewest => "Somebody has saved this story since. Open it, and schedule the newest words.",
        _ => "There is no such story any more.",
    };
}
