import {
  bind,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Select,
  TextInput,
} from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

/** A service and a channel in which this official takes requests in. */
export interface Opening {
  readonly service: string
  readonly channel: string
  readonly name: string
}

/** A request for a visitor: which service, and whose. */
export function OpeningPage(props: {
  readonly view: View
  readonly openings: readonly Opening[]
  readonly form: FormState
}) {
  const { view, openings, form } = props
  const { t } = view
  return (
    <div class="q-narrow" data-module="q-desk">
      <ErrorSummary errors={form.errors} />
      <h1 class="govuk-heading-m">{t('new.title')}</h1>
      {openings.length === 0 ? (
        <EmptyState title={t('new.none')} />
      ) : (
        <>
          <p class="govuk-body">{t('new.what')}</p>
          <Form action={paths.open} csrf={view.csrf}>
            <Select
              {...bind(form, 'opening')}
              label={t('new.service')}
              empty={openings.length === 1 ? false : undefined}
              choices={openings.map(({ service, channel, name }) => ({
                value: `${service} ${channel}`,
                text: name,
              }))}
            />
            <TextInput
              {...bind(form, 'number')}
              label={t('new.number')}
              inputMode="numeric"
              autocomplete="off"
              width={20}
              maxLength={20}
            />
            <Button>{t('new.submit')}</Button>
          </Form>
        </>
      )}
    </div>
  )
}
