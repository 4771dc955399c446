import { useState, type ReactNode } from 'react'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import type { Theme } from '#tokens/themes.ts'
import { download } from './download.ts'
import { fileName } from './file-name.ts'
import { pictureFacts, regionName } from './picture-facts.ts'

interface SavePictureProps {
  readonly pack: PackAnswer
  readonly answer: SceneAnswer
  readonly link: string
  readonly theme: Theme
}

async function save({ pack, answer, link, theme }: SavePictureProps): Promise<string> {
  const name = fileName(pack.info.title, answer.scene.title, regionName(answer), answer.release)
  const { takePicture } = await import('./picture.ts')
  download(await takePicture({ facts: pictureFacts(pack, answer), link, theme }), name)
  return name
}

type Progress = { readonly at: 'rest' | 'busy' } | { readonly at: 'saved'; readonly name: string } | { readonly at: 'failed' }

const WORDS = { rest: '', busy: '正在制作图片，请稍候。', failed: '图片没有做成，画面不受影响，可以再试一次。' } as const

export function SavePicture(props: SavePictureProps): ReactNode {
  const [progress, setProgress] = useState<Progress>({ at: 'rest' })
  const start = (): void => {
    setProgress({ at: 'busy' })
    save(props).then(
      (name) => setProgress({ at: 'saved', name }),
      () => setProgress({ at: 'failed' })
    )
  }
  return (
    <>
      <div className="share-actions">
        <button type="button" className="share-button" disabled={progress.at === 'busy'} onClick={start}>
          保存图片
        </button>
      </div>
      <p className={`share-note ${progress.at === 'failed' ? 'is-failed' : ''}`} role="status">
        {progress.at === 'saved' ? `已保存：${progress.name}` : WORDS[progress.at]}
      </p>
    </>
  )
}
