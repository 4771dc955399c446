/**
 * Runs a task when called; calls while it runs make it run once more after that, however many they are. So it has
 * always begun after the last call, and calls cannot pile up behind a slow one.
 */
export function coalesced(task: () => Promise<void>): () => void {
  let running = false
  let again = false
  const run = async (): Promise<void> => {
    running = true
    do {
      again = false
      await task()
    } while (again)
    running = false
  }
  return () => {
    if (running) again = true
    else void run()
  }
}
