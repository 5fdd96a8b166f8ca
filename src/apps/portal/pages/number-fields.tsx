import { bind, type FormState, TextInput } from '#platform/views'
import type { View } from '../view.ts'

/** Who somebody is: the IIN or BIN, and for an organisation the IIN of its head. */
export function NumberFields(props: {
  readonly view: View
  readonly form: FormState
  readonly hint?: string | undefined
}) {
  const { view, form, hint } = props
  const { t } = view
  return (
    <>
      <TextInput
        {...bind(form, 'number')}
        label={t('register.number')}
        hint={hint}
        inputMode="numeric"
        autocomplete="username"
        width={20}
        maxLength={20}
      />
      <TextInput
        {...bind(form, 'headIin')}
        label={t('register.head')}
        hint={t('register.head-hint')}
        inputMode="numeric"
        width={20}
        maxLength={20}
        optional
      />
    </>
  )
}
