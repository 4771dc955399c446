const STEP = 20

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** Whether it held within so many milliseconds. Whoever waits takes no instant from this: those are noted where things happen. */
export async function until(holds: () => boolean, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(STEP)) if (holds()) return true
  return holds()
}
