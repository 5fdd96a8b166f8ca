export { createUi, type Ui, type UiOptions } from './create-ui.tsx'

export type { Section, ShellProps } from './shell.tsx'

export { type Visit, visitOf } from './visit.ts'
