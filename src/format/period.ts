/** Periods and instants in words. Dates are `2022年10月` in prose and `2022-10` in tags. */
function pointText(point: string): string {
  const [year, month, day] = point.split('-')
  const months = month === undefined ? '' : `${Number(month)}月`
  return `${year}年${months}${day === undefined ? '' : `${Number(day)}日`}`
}

/** `截至2022年10月`, `2020年至2022年`, `2021年5月至2022年10月`, `每年（未注明年份）`. */
export function periodText(timePeriod: string): string {
  if (timePeriod === '_T') return '每年（未注明年份）'
  const [from = '', to] = timePeriod.split('/')
  if (to === undefined) return pointText(from)
  return from === '..' ? `截至${pointText(to)}` : `${pointText(from)}至${pointText(to)}`
}

/** As short as it can be said with its year: `2020–2022`, `2022年1–10月`. */
export function shortPeriodText(timePeriod: string): string {
  const [from = '', to = ''] = timePeriod.split('/')
  if (/^\d{4}\/\d{4}$/.test(timePeriod)) return `${from}–${to}`
  if (!/^\d{4}-\d\d\/\d{4}-\d\d$/.test(timePeriod) || from.slice(0, 4) !== to.slice(0, 4)) return periodText(timePeriod)
  return `${from.slice(0, 4)}年${Number(from.slice(5))}–${Number(to.slice(5))}月`
}

/** What the source prints, with its years where it names none: `近三年 2020–2022`. A period without years stays as it is. */
export const datedText = (printed: string, timePeriod: string): string =>
  /\d{4}/.test(printed) || timePeriod === '_T' ? printed : `${printed} ${shortPeriodText(timePeriod)}`

/** `2021年11月` when the year must be named, else `11月`. */
export const monthText = (point: string, withYear: boolean): string => (withYear ? pointText(point) : `${Number(point.slice(5, 7))}月`)

const parts = (instant: number, timeZone: string, options: Intl.DateTimeFormatOptions): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('zh-CN', { timeZone, hourCycle: 'h23', ...options }).formatToParts(instant).map(({ type, value }) => [type, value])
  )

/** `09:28` */
export function clockText(instant: number, timeZone: string): string {
  const { hour = '', minute = '' } = parts(instant, timeZone, { hour: '2-digit', minute: '2-digit' })
  return `${hour}:${minute}`
}

/** Literals, not Intl's words: the fonts are cut to the characters that the sources show. */
const WEEKDAYS: Record<string, string> = { Sun: '星期日', Mon: '星期一', Tue: '星期二', Wed: '星期三', Thu: '星期四', Fri: '星期五', Sat: '星期六' }

/** `2022年10月26日` and `星期三` */
export function dateText(instant: number, timeZone: string): { date: string; weekday: string } {
  const { year = '', month = '', day = '' } = parts(instant, timeZone, { year: 'numeric', month: 'numeric', day: 'numeric' })
  const weekday = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' }).format(instant)
  return { date: `${year}年${month}月${day}日`, weekday: WEEKDAYS[weekday] ?? '' }
}

/** `2022-10-26 09:28` in the pack's time zone. */
export function instantText(iso: string, timeZone: string): string {
  const {
    year = '',
    month = '',
    day = '',
    hour = '',
    minute = ''
  } = parts(Date.parse(iso), timeZone, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
  return `${year}-${month}-${day} ${hour}:${minute}`
}

/** The instant at which the day of `utcDay` (its midnight in UTC) begins in a time zone. */
export function midnightIn(timeZone: string, utcDay: number): number {
  const {
    year = '',
    month = '',
    day = '',
    hour = '',
    minute = ''
  } = parts(utcDay, timeZone, { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' })
  const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
  return utcDay - (shown - utcDay)
}

/** `今天 09:28`, `10-26`, `2022-10-26`: as much of an instant as tells it from now, in the pack's time zone. */
export function agoText(iso: string, now: number, timeZone: string): string {
  const [then, today] = [instantText(iso, timeZone), instantText(new Date(now).toISOString(), timeZone)]
  if (then.slice(0, 10) === today.slice(0, 10)) return `今天 ${then.slice(11)}`
  return then.slice(0, 4) === today.slice(0, 4) ? then.slice(5, 10) : then.slice(0, 10)
}

/** `09:28` today, `10-26 09:28` this year, else with the year: an instant of the past that must not be taken for today's. */
export function dayClockText(instant: number, now: number, timeZone: string): string {
  const [then, today] = [instant, now].map((at) => instantText(new Date(at).toISOString(), timeZone))
  if (then === undefined || then.slice(0, 10) === today?.slice(0, 10)) return clockText(instant, timeZone)
  return then.slice(0, 4) === today?.slice(0, 4) ? then.slice(5) : then
}
