import { Button, ButtonLink, EmptyState, Form } from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'
import { forWhom, type Listed } from './request-table.tsx'

function Draft({ view, draft }: { readonly view: View; readonly draft: Listed }) {
  const { t, f, now } = view
  const { state, edition } = draft
  const signing = edition.actions[state.current?.action ?? '']?.does === 'sign'
  const whose = forWhom(view, draft)
  const to = signing ? paths.sign(state.number) : paths.fill(state.number)
  return (
    <li class="q-session">
      <h2 class="govuk-heading-s">{view.text(edition.about.name)}</h2>
      <p class="q-hint">
        {t('drafts.begun', { at: f.relative(state.openedAt, now), number: state.number })}
        {' · '}
        {t(signing ? 'drafts.unsigned' : 'drafts.unfinished')}
        {whose === undefined ? null : ` · ${whose}`}
      </p>
      <div class="govuk-button-group">
        <ButtonLink href={to}>
          {t('drafts.continue')}
          <span class="govuk-visually-hidden">: {view.text(edition.about.name)}</span>
        </ButtonLink>
        <Form action={paths.deleteDraft(state.number)} csrf={view.csrf}>
          <Button look="secondary">
            {t('drafts.delete')}
            <span class="govuk-visually-hidden">: {view.text(edition.about.name)}</span>
          </Button>
        </Form>
      </div>
    </li>
  )
}

/** Requests that were begun and not filed: each goes on where it was left. */
export function DraftsPage(props: { readonly view: View; readonly drafts: readonly Listed[] }) {
  const { view, drafts } = props
  const { t } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('drafts.title')}</h1>
      <p class="govuk-body">{t('drafts.intro')}</p>
      {drafts.length === 0 ? (
        <EmptyState title={t('drafts.none')}>
          <ButtonLink href={paths.services}>{t('requests.none-advice')}</ButtonLink>
        </EmptyState>
      ) : (
        <ul class="govuk-list">
          {drafts.map((draft) => (
            <Draft view={view} draft={draft} />
          ))}
        </ul>
      )}
    </>
  )
}
