import type { ShellProps } from '../shell.tsx'
import { caseContent } from './sample-case.tsx'
import { formContent } from './sample-form.tsx'
import { homeContent, homeHero, partsContent } from './sample-parts.tsx'
import { BackLink, Breadcrumbs } from '#platform/views'

export interface SamplePage {
  readonly name: string
  readonly lang: 'kk' | 'ru' | 'en'
  readonly account?: string
  readonly props: ShellProps
}

const HOME: SamplePage = {
  name: 'home',
  lang: 'kk',
  props: {
    title: 'Мемлекеттік қызметтер',
    section: 'services',
    hero: homeHero(),
    content: homeContent(),
  },
}

/** Every component in its place, with invented texts: what the browser test looks at. */
export function samplePages(csrf: string): readonly SamplePage[] {
  return [
    HOME,
    {
      name: 'case',
      lang: 'ru',
      account: 'САЛОВА О. В.',
      props: {
        title: 'Запрос № 10 1000 0560 1038',
        section: 'cabinet',
        before: <BackLink href="/cabinet">Мои запросы</BackLink>,
        content: caseContent(),
      },
    },
    {
      name: 'form',
      lang: 'kk',
      account: 'САЛОВА О. В.',
      props: { title: 'Өтініш', section: 'services', failed: true, content: formContent(csrf) },
    },
    {
      name: 'parts',
      lang: 'en',
      props: {
        title: 'Parts',
        section: 'help',
        before: (
          <Breadcrumbs
            items={[
              { href: '/', text: 'Start' },
              { href: '/help', text: 'Help' },
            ]}
          />
        ),
        content: partsContent(),
      },
    },
  ]
}
