import type { Lang } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { bpmnOf } from './bpmn.ts'
import { layoutOf } from './layout.ts'
import { svgOf } from './svg.ts'

/** Each passport shows the diagrams of an edition, which never changes: they are drawn once. */
const drawn = new WeakMap<Edition, Map<string, string>>()

/** The swimlane diagram of a channel as SVG. @throws RangeError when the edition has no such channel. */
export function swimlaneSvg(edition: Edition, channel: string, lang: Lang): string {
  const ofEdition = drawn.get(edition) ?? new Map<string, string>()
  drawn.set(edition, ofEdition)
  const key = `${lang} ${channel}`
  const svg = ofEdition.get(key) ?? svgOf(layoutOf(edition, channel, lang))
  ofEdition.set(key, svg)
  return svg
}

/** The same diagram as BPMN 2.0 with its coordinates, for modelling tools; it is never executed. */
export const swimlaneBpmn = (edition: Edition, channel: string, lang: Lang): Promise<string> =>
  bpmnOf(layoutOf(edition, channel, lang), edition.ref)

export async function swimlane(
  edition: Edition,
  channel: string,
  lang: Lang,
): Promise<{ readonly svg: string; readonly bpmn: string }> {
  return {
    svg: swimlaneSvg(edition, channel, lang),
    bpmn: await swimlaneBpmn(edition, channel, lang),
  }
}
