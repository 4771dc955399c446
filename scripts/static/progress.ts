/** Takes a line that says how far the export is. */
export type Say = (line: string) => void

const QUARTERS = 4

/** To be called once for each of so many: says so at every quarter of the way. */
export function counted(say: Say, what: string, total: number): () => void {
  let done = 0
  const quarter = (count: number): number => Math.floor((count / total) * QUARTERS)
  return () => {
    done += 1
    if (quarter(done) > quarter(done - 1)) say(`${what} ${done}/${total}`)
  }
}
