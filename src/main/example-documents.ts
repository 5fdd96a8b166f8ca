import type { DocumentPreview } from '#capabilities/documents'
import { type Example, type ExampleRun, runExample } from '#capabilities/regulations'
import { dayOf } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { LawFacts } from '#core/engine'
import type { Bodies } from './bodies.ts'

/** The documents that a golden example issues, filled as the engine fills them, by the name that the edition gives them. */
export function documentsOfExample(
  edition: Edition,
  example: Example,
  law: LawFacts & { readonly bodies: Bodies },
): ReadonlyMap<string, DocumentPreview> {
  const { documents }: ExampleRun = runExample(edition, example, law)
  const previews = new Map<string, DocumentPreview>()
  for (const [id, data] of Object.entries(documents)) {
    const document = edition.documents[id]
    if (document === undefined) continue
    previews.set(id, {
      templateDir: `${edition.service.replaceAll('.', '/')}/editions/${edition.edition}`,
      template: document.template,
      title: document.title,
      body: law.bodies.find(document.seal, undefined).body,
      data,
      phrases: Object.fromEntries(
        document.phrases.map((phrase) => [phrase, edition.phrases[phrase] ?? { kk: '', ru: '' }]),
      ),
      language: example.given.language,
      day: dayOf(example.given.opened),
    })
  }
  return previews
}
