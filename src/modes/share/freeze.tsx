import { Switch } from '@base-ui/react/switch'
import type { ReactNode } from 'react'
import { isStatic } from '#queries/static-site.ts'

interface FreezeProps {
  readonly text: string
  readonly frozen: boolean
  readonly onChange: (frozen: boolean) => void
}

/** Whoever started `serve.py` for themselves has an address that leads everybody else to their own machine. */
const isOwnMachine = (): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname)

/** A folder has one release, and another one once it is written anew: there is nothing to choose. */
const OnlyOne = ({ text }: Pick<FreezeProps, 'text'>): ReactNode => (
  <>
    <p className="share-note">静态文件夹只有这一版（{text}）。换上新导出的文件夹后，链接看到的就是新的一版。</p>
    {isOwnMachine() && (
      <p className="share-note">
        {location.hostname} 只有本机能打开：链接、二维码和嵌入代码给了别人打不开。要给别人，从“http://这台机器的地址:端口/”打开这个页面再分享；serve.py
        要这样启动：
        <code>python3 serve.py 8080 0.0.0.0</code>
      </p>
    )}
  </>
)

/** Whether who opens the link sees these figures, or the newest ones of that day. */
export const Freeze = (props: FreezeProps): ReactNode => (isStatic() ? <OnlyOne {...props} /> : <Choice {...props} />)

const Choice = ({ text, frozen, onChange }: FreezeProps): ReactNode => (
  <label className="share-freeze">
    <span>
      <b>冻结数据</b>
      <small>{frozen ? `停在${text}` : '打开时显示最新一版'}</small>
    </span>
    <Switch.Root className="switch" checked={frozen} onCheckedChange={onChange}>
      <Switch.Thumb className="switch-thumb" />
    </Switch.Root>
  </label>
)
