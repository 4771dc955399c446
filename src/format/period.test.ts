import { describe, expect, it } from 'vitest'
import { agoText, clockText, dayClockText, dateText, instantText, datedText, monthText, periodText, shortPeriodText } from '#format/period.ts'
import { absenceText, originText, statusText } from '#format/status.ts'

const ZONE = 'Asia/Shanghai'

describe('periodText', () => {
  it.each([
    ['2022', '2022年'],
    ['2022-09', '2022年9月'],
    ['2022-10-26', '2022年10月26日'],
    ['2022-01-05', '2022年1月5日'],
    ['2020/2022', '2020年至2022年'],
    ['2021-05/2022-10', '2021年5月至2022年10月'],
    ['2022/2022-10-26', '2022年至2022年10月26日'],
    ['../2022-10', '截至2022年10月'],
    ['../2022', '截至2022年'],
    ['_T', '每年（未注明年份）']
  ])('%s is %s', (period, text) => {
    expect(periodText(period)).toBe(text)
  })
})

describe('shortPeriodText', () => {
  it.each([
    ['2020/2022', '2020–2022'],
    ['2022-01/2022-10', '2022年1–10月'],
    ['2021-05/2022-10', '2021年5月至2022年10月'],
    ['../2022-10', '截至2022年10月'],
    ['2022', '2022年']
  ])('%s is %s', (period, text) => {
    expect(shortPeriodText(period)).toBe(text)
  })
})

describe('datedText', () => {
  it.each([
    ['近三年', '2020/2022', '近三年 2020–2022'],
    ['今年以来', '2022-01/2022-10', '今年以来 2022年1–10月'],
    ['今年', '2022', '今年 2022年'],
    ['近年来', '../2022-10', '近年来 截至2022年10月'],
    ['2021年5月推出以来', '2021-05/2022-10', '2021年5月推出以来'],
    ['每年', '_T', '每年']
  ])('%s of %s is %s', (printed, period, text) => {
    expect(datedText(printed, period)).toBe(text)
  })
})

describe('monthText', () => {
  it('names the year when asked', () => {
    expect([monthText('2021-11', true), monthText('2021-11', false), monthText('2022-01', false)]).toEqual(['2021年11月', '11月', '1月'])
  })
})

describe('instants in the time zone of the pack', () => {
  it.each([
    ['2022-10-26T01:28:00Z', '2022年10月26日', '星期三', '09:28', '2022-10-26 09:28'],
    ['2022-10-26T15:59:59Z', '2022年10月26日', '星期三', '23:59', '2022-10-26 23:59'],
    ['2022-10-26T16:00:00Z', '2022年10月27日', '星期四', '00:00', '2022-10-27 00:00'],
    ['2022-12-31T15:59:59Z', '2022年12月31日', '星期六', '23:59', '2022-12-31 23:59'],
    ['2022-12-31T16:00:00Z', '2023年1月1日', '星期日', '00:00', '2023-01-01 00:00'],
    ['2024-02-28T16:30:00Z', '2024年2月29日', '星期四', '00:30', '2024-02-29 00:30']
  ])('%s is %s %s %s', (iso, date, weekday, clock, instant) => {
    const now = Date.parse(iso)
    expect(dateText(now, ZONE)).toEqual({ date, weekday })
    expect(clockText(now, ZONE)).toBe(clock)
    expect(instantText(iso, ZONE)).toBe(instant)
  })

  it('follows another zone', () => {
    expect(instantText('2022-12-31T16:00:00Z', 'UTC')).toBe('2022-12-31 16:00')
    expect(clockText(Date.parse('2022-12-31T18:30:00Z'), 'Asia/Urumqi')).toBe('00:30')
  })
})

describe('status words', () => {
  it('have a word of their own for every status and origin', () => {
    const statuses = (['A', 'P', 'E', 'F', 'B', 'O', 'M', 'Q', 'U'] as const).map(statusText)
    expect(statuses).toEqual(['正常', '初步', '估算', '预计', '口径有变', '未报', '不适用', '不予公布', '可靠性低'])
    expect((['published', 'reported', 'demo'] as const).map(originText)).toEqual(['已发布', '已报送', '演示'])
  })

  it('say why there is no value', () => {
    expect([absenceText('O'), absenceText('Q'), absenceText('M'), absenceText(undefined)]).toEqual(['未报', '不予公布', '不适用', '未公布'])
  })
})

describe('agoText', () => {
  it.each([
    ['2022-10-26T01:28:00Z', '2022-10-26T01:29:00Z', '今天 09:28'],
    ['2022-10-25T16:00:00Z', '2022-10-26T15:59:00Z', '今天 00:00'],
    ['2022-10-25T15:59:00Z', '2022-10-25T16:00:00Z', '10-25'],
    ['2022-12-31T15:59:00Z', '2022-12-31T16:00:00Z', '2022-12-31'],
    ['2021-03-01T00:00:00Z', '2022-10-26T01:29:00Z', '2021-03-01']
  ])('%s seen at %s is %s', (then, now, text) => {
    expect(agoText(then, Date.parse(now), 'Asia/Shanghai')).toBe(text)
  })
})

describe('dayClockText', () => {
  it.each([
    ['2022-10-26T01:28:00Z', '2022-10-26T01:29:00Z', '09:28'],
    ['2022-10-25T15:59:00Z', '2022-10-25T16:00:00Z', '10-25 23:59'],
    ['2021-10-25T15:59:00Z', '2022-10-25T16:00:00Z', '2021-10-25 23:59']
  ])('%s seen at %s is %s', (then, now, text) => {
    expect(dayClockText(Date.parse(then), Date.parse(now), 'Asia/Shanghai')).toBe(text)
  })
})
