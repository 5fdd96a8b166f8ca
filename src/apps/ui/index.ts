export { createUi, type Ui, type UiOptions } from './create-ui.tsx'

export {
  failureTexts,
  type Signing,
  SigningDialogue,
  type SigningTranslator,
} from './signing-dialogue.tsx'

export { AppointedPart } from './appointed-part.tsx'
export { pageNumber } from './page-number.ts'

export type { Frame, Section, ShellProps } from './shell.tsx'

export { type Visit, visitOf } from './visit.ts'

export { appointedTexts } from './texts/appointed-texts.ts'
export { signingTexts } from './texts/signing-texts.ts'
export { fieldTexts } from './texts/field-texts.ts'

export { draftOn } from './form/draft-on.ts'
export { withDates } from './form/date-parts.ts'
export {
  type DraftForm,
  draftForm,
  errorsOn,
  type FormPage,
  isDone,
  pagesOf,
  typedOn,
} from './form/draft-form.ts'
export {
  type ChoiceDeps,
  choicesFor,
  type FormChoices,
  type OfficeChoice,
  type Region,
} from './form/form-choices.ts'
export { AskedFields } from './form/asked-fields.tsx'
export type { FieldView } from './form/form-field.tsx'
export { pageCount, steeringOn } from './form/steering.ts'
export { stateOfStep } from './way-state.ts'
