/** Times as the newsroom says them, in the site's zone whatever the device thinks. */
export interface Clock {
  /** "14:02" */
  time(instant: string | number): string;
  /** "14:02" today, "14:02 on 21 November" on other days. */
  moment(instant: string | number, now?: number): string;
}

export function clockOf(zone: string): Clock {
  const hours = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: zone });
  const time = (instant: string | number): string => hours.format(new Date(instant));
  return {
    time,
    moment(instant, now = Date.now()) {
      const day = days.format(new Date(instant));
      return day === days.format(now) ? time(instant) : `${time(instant)} on ${day}`;
    },
  };
}
