import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** The HTML of a component, escaped; for a fragment that a page takes in later. */
export const renderFragment = (vnode: JSX.Element): string => renderToString(vnode)

/** The whole HTML document of a `Page`. */
export const renderPage = (vnode: JSX.Element): string => `<!doctype html>${renderToString(vnode)}`
