const SPACE = /[ \t\r\n]*/y
const SCALAR = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y

/** Walks JSON text as far as it is valid; JSON.parse does not always say where it stopped. */
class Scanner {
  at = 0
  constructor(readonly text: string) {}

  take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found !== null) this.at = pattern.lastIndex
    return found !== null
  }

  skip(): void {
    this.take(SPACE)
  }

  is(char: string): boolean {
    this.skip()
    if (this.text[this.at] !== char) return false
    this.at += 1
    return true
  }

  value(): boolean {
    if (this.is('[')) return this.items(']', () => this.value())
    if (this.is('{')) return this.items('}', () => this.member())
    return this.take(SCALAR)
  }

  member(): boolean {
    this.skip()
    return this.take(STRING) && this.is(':') && this.value()
  }

  items(end: string, item: () => boolean): boolean {
    if (this.is(end)) return true
    do {
      if (!item()) return false
    } while (this.is(','))
    return this.is(end)
  }
}

/** Where text stops being JSON, counted from 1. Call it only for text that JSON.parse refused. */
export function jsonErrorAt(text: string): { line: number; column: number } {
  const scanner = new Scanner(text)
  if (scanner.value()) scanner.skip()
  const before = text.slice(0, scanner.at).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
