import { JobAnswer, jobPath, RESPOND_ASYNC } from '#contract/jobs.ts'
import { bearer } from '#queries/credential.ts'
import { askFile, CANCELLED, FileError } from './ask-file.ts'

/** How a file is coming on. `resumed`: the network was gone in between. */
export type Progress = { readonly resumed: boolean } & (
  | { readonly at: 'asked' | 'fetched' | 'cut' }
  | { readonly at: 'waiting'; readonly ahead: number }
  | { readonly at: 'making'; readonly done: number; readonly of: number }
)

interface Making {
  readonly signal: AbortSignal
  readonly tell: (progress: Progress) => void
}

/** The server gives up after two minutes of work; before them others may be served. */
const PATIENCE = 240_000
const LOOK = { every: 300, patience: 8_000 } as const
/** Between two attempts while the network is gone. */
const AGAIN = 1_500
/** The server forgets a job that nobody has asked for in half a minute: no network brings it back after that. */
const FORGOTTEN = 35_000
const GONE = '中断得太久，服务器不再生成，请重新下载'

const JOB = jobPath.replace(':id', '')

/** The address of the job that has begun, or the file where it is there already or no job can be had. */
const begin = (address: string, signal: AbortSignal): Promise<string | Blob> =>
  askFile(address, { patience: PATIENCE, signal, headers: { prefer: RESPOND_ASYNC } }, async (response) => {
    const job = response.headers.get('location') ?? ''
    return response.status === 202 && job.startsWith(JOB) ? job : response.blob()
  })

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
  })

const look = (job: string, signal: AbortSignal): Promise<JobAnswer> =>
  askFile(job, { patience: LOOK.patience, signal }, async (response) => JobAnswer.parse(await response.json()))

/** The address of the file once it is made. @throws FileError where it is not */
function fileOf(answer: JobAnswer): string | undefined {
  if (answer.state === 'failed') throw new FileError(`没有做成：${answer.problem.title}`)
  if (answer.state === 'cancelled') throw new FileError(CANCELLED)
  return answer.state === 'ready' ? answer.file : undefined
}

/** One look at the job: the address of its file where that is made. @throws FileError, `cut` where it may be asked again */
async function step(job: string, { signal, tell }: Making, resumed: boolean): Promise<string | undefined> {
  const answer = await look(job, signal)
  if (answer.state === 'waiting') tell({ at: 'waiting', ahead: answer.ahead, resumed })
  if (answer.state === 'making') tell({ at: 'making', done: answer.done, of: answer.of, resumed })
  return fileOf(answer)
}

/** Looks until the file is there, then fetches it; while the network is gone it goes on trying, as long as there is something to come back to. A job that is done is soon forgotten, its file is not. */
async function follow(job: string, making: Making): Promise<Blob> {
  const { signal, tell } = making
  const ends = performance.now() + PATIENCE
  let [resumed, heard] = [false, performance.now()]
  let file: string | undefined
  while (performance.now() < ends && !signal.aborted) {
    try {
      file ??= await step(job, making, resumed)
      if (file !== undefined) {
        tell({ at: 'fetched', resumed })
        return await askFile(file, { patience: PATIENCE, signal }, (response) => response.blob())
      }
      heard = performance.now()
      await pause(LOOK.every, signal)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      if (error.status === 404 || (file === undefined && performance.now() - heard > FORGOTTEN)) throw new FileError(GONE)
      if (!error.cut) throw error
      resumed = true
      tell({ at: 'cut', resumed })
      await pause(AGAIN, signal)
    }
  }
  throw new FileError(signal.aborted ? CANCELLED : '等得太久，没有取到')
}

/** Told also by a page that is being left. */
const giveUp = (job: string): void => void fetch(job, { method: 'DELETE', headers: bearer(), keepalive: true }).catch(() => undefined)

/**
 * Has the server make a file and fetches it, telling how it is coming on. Whoever aborts, or leaves the page, ends it on the server
 * too. A server without jobs gives the file itself.
 * @throws FileError in words for the page
 */
export async function makeFile(address: string, making: Making): Promise<Blob> {
  making.tell({ at: 'asked', resumed: false })
  const begun = await begin(address, making.signal)
  if (typeof begun !== 'string') return begun
  const left = (): void => giveUp(begun)
  addEventListener('pagehide', left)
  try {
    return await follow(begun, making)
  } catch (error) {
    left()
    throw error
  } finally {
    removeEventListener('pagehide', left)
  }
}
