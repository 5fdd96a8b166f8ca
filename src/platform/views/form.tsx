import type { ComponentChildren } from 'preact'

export interface FormProps {
  readonly action?: string | undefined
  /** The token of `reply.csrfToken()`; every form that changes something carries it. */
  readonly csrf: string
  readonly multipart?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** A form that changes something. The page itself shows errors, so the browser's own bubbles are off. */
export function Form(props: FormProps) {
  return (
    <form
      method="post"
      action={props.action}
      enctype={props.multipart === true ? 'multipart/form-data' : undefined}
      id={props.id}
      class={props.class}
      noValidate
      data-module="q-form"
    >
      <input type="hidden" name="_csrf" value={props.csrf} />
      {props.children}
    </form>
  )
}

export interface ButtonProps {
  readonly children: ComponentChildren
  readonly look?: 'primary' | 'secondary' | 'warning' | 'link' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly type?: 'submit' | 'button' | undefined
  readonly id?: string | undefined
  readonly disabled?: boolean | undefined
}

const lookClass = (look: ButtonProps['look']): string => {
  if (look === 'link') return 'q-button-link'
  return `govuk-button${look === undefined || look === 'primary' ? '' : ` govuk-button--${look}`}`
}

/** A second click within a second does nothing; the command behind is idempotent anyway. */
export function Button(props: ButtonProps) {
  return (
    <button
      type={props.type ?? 'submit'}
      class={lookClass(props.look)}
      name={props.name}
      value={props.value}
      id={props.id}
      disabled={props.disabled}
      data-module="govuk-button"
      data-prevent-double-click="true"
    >
      {props.children}
    </button>
  )
}

/** A link that looks like a button: the beginning of something. */
export function ButtonLink(props: {
  readonly href: string
  readonly children: ComponentChildren
  readonly look?: 'primary' | 'secondary' | undefined
}) {
  return (
    <a
      href={props.href}
      role="button"
      draggable={false}
      class={lookClass(props.look)}
      data-module="govuk-button"
    >
      {props.children}
    </a>
  )
}

export const ButtonGroup = (props: { readonly children: ComponentChildren }) => (
  <div class="govuk-button-group">{props.children}</div>
)
