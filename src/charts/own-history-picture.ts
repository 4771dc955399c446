import { isNarrow, leaguePicture, type RowEnd } from './league-picture.ts'
import { changeText, type ChangeRow } from './own-changes.ts'
import { option } from './own-history-option.ts'
import type { OwnHistoryModel, OwnHistoryOptions } from './own-history.ts'
import type { Picture, Room } from './picture.ts'

function endOf({ region, total }: ChangeRow, { theme }: Room): RowEnd {
  const fall = (total?.value ?? 0) < 0
  return {
    name: region.name,
    cells: [{ text: changeText(total), fill: total?.value == null ? theme.t3 : fall ? theme.t2 : theme.t1, strong: total?.value != null }]
  }
}

/** Each area's own way, the change at its end, and those of the items. */
export const picture: Picture<OwnHistoryModel, OwnHistoryOptions> = (model, room) => {
  const { rows, items, period, change } = model
  const estimated = rows.some(({ total, items: own }) => [total, ...own].some((one) => one?.estimated === true))
  return leaguePicture(
    {
      option: (ctx) => option(model, ctx),
      ends: rows.map((row) => endOf(row, room)),
      heads: [`较上月，${change.unitMeasure}`],
      items: {
        heads: ['', ...(isNarrow(room) ? ['综合'] : []), ...items.map(({ label, weight }) => `${label} ${weight}%`)],
        rows: rows.map(({ region, total, items: changes }) => [region.name, ...[...(isNarrow(room) ? [total] : []), ...changes].map(changeText)]),
        note: [`${period}，各项较上月`, ...(estimated ? ['※有缺报项，权重重新分配'] : [])].join('；')
      }
    },
    room
  )
}
