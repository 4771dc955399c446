import type { ReactNode } from 'react'
import './tags.css'

/** Status in words and shape: a dot for published, a hatched dashed box for demo. */
export const PublishedTag = ({ children = '已发布' }: { readonly children?: ReactNode }): ReactNode => <span className="tag tag-published">{children}</span>
export const DemoTag = ({ children = '演示' }: { readonly children?: ReactNode }): ReactNode => <span className="tag tag-demo">{children}</span>
export const PlainTag = ({ children }: { readonly children: ReactNode }): ReactNode => <span className="tag">{children}</span>
