/** Format-logic control alone, without parsers and interpreters: what the browser loads. */
export { checkForm, formSource, type CheckedForm, type FormSource } from './check-form.ts'
export { formErrors } from './errors.ts'
