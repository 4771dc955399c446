const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const
const LARGEST = 99

/** 一, 十, 十二, 二十一 up to 九十九; digits beyond. */
export function numeralText(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > LARGEST) return String(count)
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones]}`
}
